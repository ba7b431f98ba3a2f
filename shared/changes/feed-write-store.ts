import { BatchWriteCommand, type BatchWriteCommandOutput } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../core/projection.ts';
import { db, tableName } from '../platform/dynamo.ts';
import { backoff } from '../platform/pause.ts';
import { type FeedLine, feedItem, lateMs } from './feed-line.ts';

type Told = { workspaceId: string; line: FeedLine };
const most = 25; // BatchWriteItem
const patience = 6;

/** The items that the table did not take. */
async function put(items: Item[]): Promise<Item[]> {
  const table = tableName();
  const RequestItems = { [table]: items.map((Item) => ({ PutRequest: { Item } })) };
  const { UnprocessedItems }: BatchWriteCommandOutput = await db.send(
    new BatchWriteCommand({ RequestItems }),
  );
  return (UnprocessedItems?.[table] ?? []).flatMap(({ PutRequest }) => (PutRequest?.Item ?? []) as Item);
}

let last = 0;
const mostAheadMs = 1000;
/**
 * The moment, behind the one given last, since this process may be handed the next batch of the same shard; but where the clock
 * was put back, by the clock.
 */
function moment(): number {
  const now = Date.now();
  last = now > last || last - now > mostAheadMs ? now : last + 1;
  return last;
}

/**
 * Stores lines of different records, each with the moment directly before its write in its key; answers those that the table
 * did not take. Where the answer came late, readers may have gone past that moment, and all are written once more.
 */
async function putOnce<T extends Told>(told: T[]): Promise<T[]> {
  const ms = moment();
  const started = performance.now();
  const items = told.map(({ workspaceId, line }, n) => feedItem(workspaceId, line, ms, n));
  const left = new Set((await put(items)).map(({ sk }) => sk));
  if (performance.now() - started > lateMs || Date.now() - ms > lateMs) return told;
  return told.filter((_, n) => left.has(String(items[n]?.sk)));
}

/** The lines in rounds, in which no record stands twice: a record's next line is written when the one before it is stored. */
function roundsOf<T extends Told>(told: T[]): T[][] {
  const rounds: T[][] = [];
  const count = new Map<string, number>();
  for (const one of told) {
    const n = count.get(one.line.record.id) ?? 0;
    count.set(one.line.record.id, n + 1);
    const round = rounds[n] ?? [];
    round.push(one);
    rounds[n] = round;
  }
  return rounds;
}

async function putRound<T extends Told>(round: T[]): Promise<T[]> {
  let waiting = round;
  for (let tries = 0; waiting.length > 0 && tries < patience; tries++) {
    if (tries > 0) await backoff(tries, 50);
    const chunks = Array.from({ length: Math.ceil(waiting.length / most) }, (_, n) =>
      waiting.slice(n * most, (n + 1) * most),
    );
    const left = (await Promise.all(chunks.map(putOnce))).flat();
    waiting = left;
  }
  return waiting;
}

/**
 * Writes changes' lines into their feeds, in the order given, and answers those that are not there in the end, with whatever
 * follows of their records. A line may be there twice; each is there by the time this has answered, within `lateMs` of the
 * moment in its key by this machine's clock. Throws what the SDK throws.
 */
export async function writeFeed<T extends Told>(told: T[]): Promise<T[]> {
  const rounds = roundsOf(told);
  for (const [n, round] of rounds.entries()) {
    const left = await putRound(round);
    if (left.length > 0) return [...left, ...rounds.slice(n + 1).flat()];
  }
  return [];
}
