import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { AppError } from '../core/errors.ts';
import type { Item } from '../core/projection.ts';
import { db, type TransactItem, tableName } from './dynamo.ts';
import { backoff } from './pause.ts';

/** Omit that keeps a union's members apart. */
type WithoutTable<T> = T extends object ? Omit<T, 'TableName'> : never;
export type Action = { [K in keyof TransactItem]: WithoutTable<NonNullable<TransactItem[K]>> };
/** One action of a transaction, and the error that its failed condition means; `existing` is the item that was there. */
export type Write = { action: Action; refused?: (existing: Item | undefined) => unknown };

const patience = 10;
const raceLost = () =>
  new AppError('unavailable', 'busy', 'Others are writing the same records; try again.', { retryAfterS: 1 });

function toItem({ action, refused }: Write): TransactItem {
  const [[kind, content]] = Object.entries(action) as [[string, object]];
  const old = refused && { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' };
  return { [kind]: { TableName: tableName(), ...content, ...old } } as TransactItem;
}

/** What a cancelled transaction means; undefined where only a race was lost and the same may be sent again. */
function meaningOf(error: TransactionCanceledException, writes: Write[]): unknown {
  const reasons = error.CancellationReasons ?? [];
  const failed = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
  if (failed >= 0) {
    const existing = reasons[failed]?.Item; // an error's items come as they are on the wire
    return writes[failed]?.refused?.(existing && (unmarshall(existing) as Item)) ?? error;
  }
  const races = reasons.every(({ Code = 'None' }) =>
    ['None', 'TransactionConflict', 'ThrottlingError'].includes(Code),
  );
  return races ? undefined : error;
}

/** Whether it is stored; false where only a race was lost. */
async function attempt(writes: Write[]): Promise<boolean> {
  try {
    await db.send(new TransactWriteCommand({ TransactItems: writes.map(toItem) }));
    return true;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const meaning = meaningOf(error, writes);
    if (meaning !== undefined) throw meaning;
    return false;
  }
}

/**
 * Makes all writes in one transaction, or none (at most 100, 4 MB). A conflict with another transaction is tried again
 * with jitter; a failed condition throws the error that its write names, the first in the order of the writes.
 */
export async function commit(writes: Write[]): Promise<void> {
  for (let tries = 0; tries < patience; tries++) {
    if (tries > 0) await backoff(tries);
    if (await attempt(writes)) return;
  }
  throw raceLost();
}
