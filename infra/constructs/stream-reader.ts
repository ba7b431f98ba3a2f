import { Duration, type Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type Function as Lambda, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Trigger } from '../function-definition.ts';
import { deadLetterQueue } from './queue-pair.ts';

type Stream = Extract<Trigger, { kind: 'stream' }>;

/**
 * Lets a function read the table's stream. What fails is tried again with smaller and smaller batches, for as long as an outage
 * of what it writes to may last; a record that fails a hundred times alone is named in the dead-letter queue (shard and sequence
 * number, for a day readable in the stream) and passed over. What can never be read the function puts there itself.
 */
export function streamReader(
  stack: Stack,
  name: string,
  run: Lambda,
  table: TableV2,
  trigger: Stream,
): Queue {
  const eventSourceArn = table.tableStreamArn;
  if (eventSourceArn === undefined) throw new Error('The table has no stream');
  const deadLetters = deadLetterQueue(stack, name);
  run.addEnvironment('DEAD_LETTERS_URL', deadLetters.queueUrl);
  run.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resources: [eventSourceArn],
    }),
  );
  run.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }));
  const mapping = new EventSourceMapping(stack, `${name}-stream`, {
    target: run,
    eventSourceArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: trigger.batchSize,
    maxBatchingWindow: Duration.seconds(trigger.windowS),
    filters: trigger.filters.map((pattern) => ({ pattern: JSON.stringify(pattern) })),
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 100,
    maxRecordAge: Duration.hours(12),
    parallelizationFactor: trigger.parallel,
    onFailure: new SqsDlq(deadLetters),
  });
  // The mapping checks at once whether the function may read the stream.
  mapping.node.addDependency(run.role as NonNullable<typeof run.role>);
  return deadLetters;
}
