import type { Stack } from 'aws-cdk-lib';
import { type EventPattern, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { filesBucketName } from '../../shared/files/scan.ts';
import type { FunctionDefinition, Pattern, Trigger } from '../function-definition.ts';
import { queuePair } from './queue-pair.ts';
import { queueReader } from './queue-reader.ts';
import type { Resources } from './resources.ts';

type BusDefinition = FunctionDefinition & { trigger: Extract<Trigger, { kind: 'bus' }> };

/** A pattern as EventBridge writes it, in the CDK's words. */
const inCdkWords = ({ 'detail-type': detailType, ...rest }: Pattern): EventPattern => ({
  ...rest,
  ...(detailType === undefined ? {} : { detailType: detailType as string[] }),
});

const withBucket = (pattern: Pattern, { filesBucket }: Resources): Pattern =>
  JSON.parse(JSON.stringify(pattern).replaceAll(filesBucketName, filesBucket.bucketName));

/** A rule on a bus, a queue of its own, and the function that reads it. What fails too often, or never reaches the queue, is a dead letter. */
export function busConsumer(
  stack: Stack,
  definition: BusDefinition,
  run: Lambda,
  resources: Resources,
): Queue {
  const { name, timeoutS, trigger } = definition;
  const { queue, deadLetters } = queuePair(stack, `${name}-events`, timeoutS, trigger.receives);
  const rule = new Rule(stack, `${name}-rule`, {
    ...(trigger.bus === 'crm' ? { eventBus: resources.bus } : {}),
    eventPattern: inCdkWords(withBucket(trigger.pattern, resources)),
  });
  rule.addTarget(new SqsQueue(queue, { deadLetterQueue: deadLetters }));
  queueReader(stack, name, run, queue, trigger);
  return deadLetters;
}
