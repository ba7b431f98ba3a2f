import { createHash } from 'node:crypto';
import type { Resource } from '../assembly.ts';
import type { RetryRules, StreamRecord } from './stream-batch.ts';

export type Mapping = {
  id: string;
  batchSize: number;
  windowMs: number;
  lanes: number;
  start: string;
  patterns: object[];
  rules: RetryRules;
  onFailure: string | undefined;
};
/** `AWS::Lambda::EventSourceMapping` of a DynamoDB stream, with Lambda's defaults. */
export function readMapping({ logicalId, properties }: Resource): Mapping {
  const seconds = (name: string, fallback: number) => Number(properties[name] ?? fallback) * 1000;
  const filters = (properties.FilterCriteria?.Filters ?? []) as { Pattern: string }[];
  const maxAge = Number(properties.MaximumRecordAgeInSeconds ?? -1);
  return {
    id: logicalId,
    batchSize: Number(properties.BatchSize ?? 100),
    windowMs: seconds('MaximumBatchingWindowInSeconds', 0),
    lanes: Number(properties.ParallelizationFactor ?? 1),
    start: String(properties.StartingPosition ?? 'TRIM_HORIZON'),
    patterns: filters.map(({ Pattern }) => JSON.parse(Pattern) as object),
    rules: {
      retries: Number(properties.MaximumRetryAttempts ?? -1),
      maxAgeMs: maxAge < 0 ? -1 : maxAge * 1000,
      bisect: Boolean(properties.BisectBatchOnFunctionError),
      partial: (properties.FunctionResponseTypes ?? []).includes('ReportBatchItemFailures'),
      pauseMs: (attempts) => Math.min(5000, 50 * 2 ** attempts),
    },
    onFailure: properties.DestinationConfig?.OnFailure?.Destination,
  };
}

/** Records of one item always go the same way, so that their order is kept; those of one partition key need not. */
export function laneOf({ dynamodb: { Keys } }: StreamRecord, lanes: number): number {
  if (lanes === 1) return 0;
  return createHash('md5').update(JSON.stringify(Keys)).digest().readUInt32BE() % lanes;
}
