import { type Item, type Key, nameOf } from '../core/projection.ts';
import { commit } from '../platform/commit.ts';
import { contributionKey, contributionOf } from '../platform/contribution-item.ts';
import { getItems, queryItems, type Range } from '../platform/dynamo.ts';

/** All items of a partition, or of a stretch of it; one Query for a hundred. What is written meanwhile may be missed. */
export async function* partition(range: Pick<Range, 'pk' | 'from' | 'to'>): AsyncGenerator<Item> {
  let after: Key | undefined;
  do {
    const { items, last } = await queryItems({ ...range, limit: 100, after, consistent: true });
    yield* items;
    after = last;
  } while (after);
}

/**
 * Those of the records whose index entries do not follow what is stored now: the projector has yet to look at them. Two
 * BatchGets a hundred.
 */
export async function unprojected(records: readonly Key[]): Promise<Key[]> {
  const held = await getItems(records.map(contributionKey));
  const stored = await getItems([...records]);
  return records.filter((key) => {
    const version = stored.get(nameOf(key))?.version ?? '';
    const { versions } = contributionOf(held.get(nameOf(contributionKey(key))));
    return versions.split('|')[0] !== String(version);
  });
}

const atOnce = 50;
/** Deletes items that are no records and no entries (those go by their own ways). May be repeated. */
export async function deleteItems(keys: readonly Key[]): Promise<void> {
  const unique = [...new Map(keys.map(({ pk, sk }) => [nameOf({ pk, sk }), { pk, sk }])).values()];
  for (let at = 0; at < unique.length; at += atOnce) {
    await commit(unique.slice(at, at + atOnce).map((Key) => ({ action: { Delete: { Key } } })));
  }
}
