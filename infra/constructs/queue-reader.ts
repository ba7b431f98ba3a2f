import { EventSourceMapping, type Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

type Reading = { batchSize: number; concurrency?: number | undefined };

/** Lets a function read a queue and fail message by message. */
export function queueReader(
  scope: Construct,
  name: string,
  run: Lambda,
  queue: Queue,
  reading: Reading,
): void {
  queue.grantConsumeMessages(run);
  new EventSourceMapping(scope, `${name}-messages`, {
    target: run,
    eventSourceArn: queue.queueArn,
    batchSize: reading.batchSize,
    reportBatchItemFailures: true,
    maxConcurrency: reading.concurrency,
  });
}
