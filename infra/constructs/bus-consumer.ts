import type { Stack } from 'aws-cdk-lib';
import { type EventBus, type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { FunctionDefinition, Pattern, Trigger } from '../function-definition.ts';
import { queuePair } from './queue-pair.ts';
import { queueReader } from './queue-reader.ts';

type BusDefinition = FunctionDefinition & { trigger: Extract<Trigger, { kind: 'bus' }> };

/** A pattern as EventBridge writes it, in the CDK's words. */
const inCdkWords = ({ 'detail-type': detailType, ...rest }: Pattern): EventPattern => ({
  ...rest,
  ...(detailType === undefined ? {} : { detailType: detailType as string[] }),
});

/** A rule on a bus, a queue of its own, and the function that reads it. What fails too often, or never reaches the queue, is a dead letter. */
export function busConsumer(stack: Stack, definition: BusDefinition, run: Lambda, crm: EventBus): Queue {
  const { name, timeoutS, trigger } = definition;
  const { queue, deadLetters } = queuePair(stack, `${name}-events`, timeoutS, trigger.receives);
  const rule = new Rule(stack, `${name}-rule`, {
    ...(trigger.bus === 'crm' ? { eventBus: crm } : {}),
    eventPattern: inCdkWords(trigger.pattern),
  });
  rule.addTarget(new SqsQueue(queue, { deadLetterQueue: deadLetters }));
  queueReader(stack, name, run, queue, trigger);
  return deadLetters;
}
