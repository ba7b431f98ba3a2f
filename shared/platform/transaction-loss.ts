import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';

const races = new Set(['None', 'ConditionalCheckFailed', 'TransactionConflict']);
const throttles = new Set([
  'ThrottlingError',
  'ThrottlingException',
  'ProvisionedThroughputExceeded',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]);
const refusals = new Set(['ValidationError', 'ValidationException', 'ItemCollectionSizeLimitExceeded']);

const codesOf = (error: unknown): string[] =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Code = 'None' }) => Code)
    : [error instanceof Error ? error.name : ''];

/** Whether the table took no more just then. */
export const isThrottled = (error: unknown): boolean => codesOf(error).some((code) => throttles.has(code));

/**
 * What an error means for each of the plans that went in one transaction: 1, it went with one that lost a race; 2, it lost one
 * itself, or may be what the table refuses, and goes alone; 3, the table took no more for now; infinite, it is refused alone.
 * Undefined where nothing is known of what became of it.
 */
export function lossesOf(error: unknown, plans: number): number[] | undefined {
  const codes = codesOf(error);
  const all = (loss: number) => Array.from({ length: plans }, () => loss);
  if (isThrottled(error)) return all(3);
  if (codes.some((code) => refusals.has(code))) return all(plans === 1 ? Number.POSITIVE_INFINITY : 2);
  if (!(error instanceof TransactionCanceledException) || !codes.every((code) => races.has(code)))
    return undefined;
  return all(0).map((_, i) => ((codes[i] ?? 'None') === 'None' ? 1 : 2));
}
