import { BatchWriteCommand, type BatchWriteCommandOutput } from '@aws-sdk/lib-dynamodb';
import { type Item, nameOf } from '../core/projection.ts';
import { db, tableName } from './dynamo.ts';
import { backoff } from './pause.ts';

const most = 25; // BatchWriteItem
const requestsAtOnce = 5;
const patience = 5;

async function putSome(items: Item[]): Promise<Item[]> {
  const table = tableName();
  const request = { RequestItems: { [table]: items.map((Item) => ({ PutRequest: { Item } })) } };
  const { UnprocessedItems }: BatchWriteCommandOutput = await db.send(new BatchWriteCommand(request));
  return (UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) => (PutRequest?.Item ?? []) as Item);
}

/**
 * Puts items whatever was there, 25 a request, and answers those that the table did not take (throttled), after trying them
 * again with jitter. Not a transaction: for what may be written twice. Throws what the SDK throws.
 */
export async function putAll(items: Item[]): Promise<Item[]> {
  let waiting = [...new Map(items.map((item) => [nameOf(item), item])).values()]; // a key may stand once in a request
  for (let tries = 0; waiting.length > 0 && tries < patience; tries++) {
    if (tries > 0) await backoff(tries, 50);
    const left: Item[] = [];
    const requests = Array.from({ length: Math.ceil(waiting.length / most) }, (_, n) =>
      waiting.slice(n * most, (n + 1) * most),
    );
    for (let n = 0; n < requests.length; n += requestsAtOnce)
      left.push(...(await Promise.all(requests.slice(n, n + requestsAtOnce).map(putSome))).flat());
    waiting = left;
  }
  return waiting;
}
