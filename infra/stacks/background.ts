import { Stack } from 'aws-cdk-lib';
import { CfnScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { nameOf, placeOf } from '../config.ts';
import { busConsumer } from '../constructs/bus-consumer.ts';
import { lambdaFunction } from '../constructs/function.ts';
import { queueReader } from '../constructs/queue-reader.ts';
import type { Resources } from '../constructs/resources.ts';
import { schedule } from '../constructs/schedule.ts';
import { streamReader } from '../constructs/stream-reader.ts';
import type { FunctionDefinition } from '../function-definition.ts';

type Place = { stack: Stack; group: CfnScheduleGroup; resources: Resources };

/** Makes one function and what runs it; returns the dead-letter queue that came with it, if one did. */
function addFunction({ stack, group, resources }: Place, definition: FunctionDefinition): Queue | undefined {
  const { name, trigger } = definition;
  if (trigger.kind === 'api' || trigger.kind === 'authorizer' || trigger.kind === 'websocket')
    return undefined; // what is asked from outside stands with what it is asked by
  const run = lambdaFunction(stack, definition, resources);
  switch (trigger.kind) {
    case 'stream':
      return streamReader(stack, name, run, resources.table, trigger);
    case 'schedule':
      return schedule(stack, group, run, trigger);
    case 'bus':
      return busConsumer(stack, { ...definition, trigger }, run, resources);
    case 'queue':
      queueReader(stack, name, run, resources[trigger.queue].queue, trigger);
      return undefined; // the queue's own pair has been made where the queue was
  }
}

/** Everything that runs without a request: stream readers, queue readers, consumers of events, schedules. */
export function backgroundStack(
  scope: Construct,
  id: string,
  definitions: readonly FunctionDefinition[],
  resources: Resources,
) {
  const stack = new Stack(scope, id, {
    ...placeOf(resources.config),
    description: 'Rapport: streams, queues, event consumers and schedules',
  });
  const group = new CfnScheduleGroup(stack, 'schedules', { name: nameOf(resources.config, 'schedules') });
  const deadLetters = definitions.flatMap(
    (definition) => addFunction({ stack, group, resources }, definition) ?? [],
  );
  return { stack, deadLetters };
}
