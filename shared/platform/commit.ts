import { randomUUID } from 'node:crypto';
import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import type { Item } from '../core/projection.ts';
import { db, type TransactItem, tableName } from './dynamo.ts';
import { backoff } from './pause.ts';

/** Omit that keeps a union's members apart. */
type WithoutTable<T> = T extends object ? Omit<T, 'TableName'> : never;
type Action = { [K in keyof TransactItem]: WithoutTable<NonNullable<TransactItem[K]>> };
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

const passing = new Set(['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** What a cancelled transaction means; undefined where only a race was lost and the same may be sent again. */
function meaningOf({ CancellationReasons: reasons = [] }: TransactionCanceledException, writes: Write[]) {
  const codes = reasons.map(({ Code = 'None' }) => Code);
  const failed = codes.indexOf('ConditionalCheckFailed');
  if (failed < 0 && codes.every((code) => passing.has(code))) return undefined;
  const existing = reasons[failed]?.Item; // an error's items come as they are on the wire
  const meaning = writes[failed]?.refused?.(existing && (unmarshall(existing) as Item));
  // Not the SDK's own error: it carries the items that were there, and a logger would print them.
  return meaning ?? new Error(`The transaction was cancelled: ${codes.join(', ')}`);
}

/** `lost`: only a race was. `running`: an earlier sending of the same attempt is still at work. */
async function attempt(writes: Write[], ClientRequestToken: string): Promise<'stored' | 'lost' | 'running'> {
  try {
    await db.send(new TransactWriteCommand({ TransactItems: writes.map(toItem), ClientRequestToken }));
    return 'stored';
  } catch (error) {
    if (error instanceof TransactionInProgressException) return 'running';
    if (!(error instanceof TransactionCanceledException)) throw error;
    const meaning = meaningOf(error, writes);
    if (meaning !== undefined) throw meaning;
    return 'lost';
  }
}

/** A transaction may name an item but once: of checks that hold the same of one, the first is made. */
function distinct(writes: readonly Write[]): Write[] {
  const made = new Set<string>();
  return writes.filter(({ action }) => {
    if (!action.ConditionCheck) return true;
    const check = canonical(action);
    return !made.has(check) && made.add(check);
  });
}

/**
 * Makes all writes in one transaction, or none (at most 100, 4 MB). A conflict with another transaction is tried again
 * with jitter; a failed condition throws the error that its write names, the first in the order of the writes. The token
 * keeps an attempt whose answer was lost from being taken for a rival's write.
 */
export async function commit(given: readonly Write[]): Promise<void> {
  const writes = distinct(given);
  let token = randomUUID();
  for (let tries = 0; tries < patience; tries++) {
    if (tries > 0) await backoff(tries);
    const outcome = await attempt(writes, token);
    if (outcome === 'stored') return;
    if (outcome === 'lost') token = randomUUID();
  }
  throw raceLost();
}
