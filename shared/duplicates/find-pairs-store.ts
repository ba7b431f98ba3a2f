import { randomUUID } from 'node:crypto';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { type Item, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { catalogueKey, identifyingIn } from '../fields/catalogue.ts';
import { putAll } from '../platform/batch-write.ts';
import { db, getItems, tableName, updateItem } from '../platform/dynamo.ts';
import { partition } from '../privacy/items-store.ts';
import { candidatesFor } from './candidates-store.ts';
import { factsOf, isLive, likely, type MatchKind } from './compared.ts';
import { duplicatesPk, matchSk } from './match-entries.ts';
import { type Pair, type PairIds, pairKey, pairOf, rounded } from './pair.ts';

export type RecordMatched = { workspaceId: string; kind: MatchKind; id: string };
/** An entry by which a record finds a pair that it is in. */
type Pointer = { to: string; probability?: number; isDistinct?: true };

/** DUPLICATE-2: the pairs of a record; a Query for a hundred of them. */
export async function pointersOf({ workspaceId, kind, id }: RecordMatched): Promise<Pointer[]> {
  const items = await Array.fromAsync(partition({ pk: duplicatesPk(workspaceId, kind, id) }));
  return items
    .filter(({ sk }) => sk !== matchSk)
    .map(({ sk, probability, isDistinct }) => ({
      to: sk,
      ...(typeof probability === 'number' && { probability }),
      ...(isDistinct === true && { isDistinct }),
    }));
}

const pairItem = (pair: PairIds): Pair => ({ ...pairKey(pair), ...pair, version: randomUUID() });
const isRefused = (error: unknown) =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** Changes a pair only where it stands as it was read before its records were: whoever has found it since knows better. */
async function asRead(write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}
const forget = (pair: PairIds, version: unknown): Promise<void> =>
  asRead(
    db.send(
      new DeleteCommand({
        TableName: tableName(),
        Key: pairKey(pair),
        ConditionExpression: 'attribute_not_exists(pk) OR version = :version',
        ExpressionAttributeValues: { ':version': version ?? '' },
      }),
    ),
  );

/** Has a record's pairs listed anew: whose the record is has changed, and nothing that is compared. May be repeated. */
export async function placePairs(record: RecordMatched): Promise<void> {
  const { workspaceId, kind, id } = record;
  for (const { to } of await pointersOf(record)) {
    const { version, ...pair } = pairItem(pairOf(workspaceId, kind, id, to));
    await asRead(
      updateItem(pairKey(pair), {
        UpdateExpression: 'SET version = :version',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':version': version },
      }),
    );
  }
}

/** A pair that was found, from one of its two records. */
export type Found = { pair: PairIds; to: string; probability: number };
type Looked = { alike: Found[]; unlike: string[] };

/** Compares a record with those that share a key with it, and with those that it is in a pair with. */
async function compare({ workspaceId, kind, id }: RecordMatched, pointers: Pointer[]): Promise<Looked> {
  const key = recordKey(workspaceId, kind, id);
  const catalogue = catalogueKey(workspaceId, kind);
  const read = await getItems([key, catalogue]);
  const [own, matching] = [read.get(nameOf(key)), identifyingIn(read.get(nameOf(catalogue)))];
  if (!isLive(own)) return { alike: [], unlike: pointers.map(({ to }) => to) };
  const facts = factsOf(kind, own, { matching });
  const known = pointers.map(({ to }) => to);
  const ids = [...new Set([...(await candidatesFor(workspaceId, facts, id)), ...known])];
  const others =
    ids.length > 0 ? await getItems(ids.map((to) => recordKey(workspaceId, kind, to))) : undefined;
  const probabilityOf = (other: Item | undefined): number | undefined =>
    isLive(other) ? likely(facts, factsOf(kind, other, { matching }))?.probability : undefined;
  const alike = ids.flatMap((to): Found[] => {
    const probability = probabilityOf(others?.get(nameOf(recordKey(workspaceId, kind, to))));
    return probability === undefined ? [] : [{ pair: pairOf(workspaceId, kind, id, to), to, probability }];
  });
  const isAlike = new Set(alike.map(({ to }) => to));
  return { alike, unlike: known.filter((to) => !isAlike.has(to)) };
}

/**
 * Finds whom a record may be, once its keys are in the table: those that share one with it are compared, consistently read, so that
 * of two records that are written at once the later one finds the other. A pair that is found is written with a new version, and so
 * looked at by the projector; one that is none any more goes. May be repeated, and done by several at once. `again`: nothing has
 * happened to the record, and pairs that stand as they are found cost no write. Answers the pairs that there are.
 *
 * One Query of its pairs, one of each key, at most three BatchGets, and a write for each pair.
 */
export async function findPairs(record: RecordMatched, { again = false } = {}): Promise<Found[]> {
  const { workspaceId, kind, id } = record;
  const pointers = await pointersOf(record);
  const pairs = pointers.map(({ to }) => pairOf(workspaceId, kind, id, to));
  // Before the records: what is found by a later state of them is written later, and keeps its version from being this one.
  const stored = pairs.length > 0 ? await getItems(pairs.map(pairKey)) : new Map<string, Item>();
  const { alike, unlike } = await compare(record, pointers);
  const stands = new Map(pointers.map(({ to, probability }) => [to, probability]));
  const news = again ? alike.filter(({ to, probability }) => stands.get(to) !== rounded(probability)) : alike;
  const left = await putAll(news.map(({ pair }) => pairItem(pair)));
  if (left.length > 0) throw new Error(`${left.length} pairs were not written`);
  for (const to of unlike) {
    const pair = pairOf(workspaceId, kind, id, to);
    await forget(pair, stored.get(nameOf(pairKey(pair)))?.version);
  }
  return alike;
}
