import type { IdKind } from '../core/ids.ts';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { mostMerged, recordKey } from '../core/record.ts';
import { getItems } from './dynamo.ts';

/** Its own id first. */
export type Ids = readonly [string, ...string[]];
/** The ids that others name a stored record by: its own, and those of the records that were merged into it. */
export const idsOf = ({ id, mergedIds }: { readonly id: unknown; mergedIds?: unknown }): Ids => [
  String(id),
  ...(Array.isArray(mergedIds) ? mergedIds.map(String) : []),
];

/** Where the record lies that this one was merged into. */
const intoKey = ({ sk, workspaceId, mergedInto }: Item): Key | undefined =>
  typeof mergedInto === 'string'
    ? recordKey(String(workspaceId), sk.toLowerCase() as IdKind, mergedInto)
    : undefined;

/**
 * MERGE-1: stored records under the keys that they were asked by; in the place of one that was merged stands the record that
 * it was merged into, or nothing where that is gone. No request where none was merged, else a BatchGet a step, ten at most.
 */
export async function followed(items: ReadonlyMap<string, Item>): Promise<Map<string, Item>> {
  const found = new Map(items);
  for (let steps = 0; steps < mostMerged; steps++) {
    const moved = [...found].flatMap(([name, item]) => {
      const key = intoKey(item);
      return key ? [{ name, key }] : [];
    });
    if (moved.length === 0) break;
    const next = await getItems(moved.map(({ key }) => key));
    for (const { name, key } of moved) {
      const item = next.get(nameOf(key));
      if (item) found.set(name, item);
      else found.delete(name);
    }
  }
  return found;
}

/** The record that an id means now. One BatchGet, one more for each time that it was merged. */
export async function standing(workspaceId: string, kind: IdKind, id: string): Promise<Item | undefined> {
  const key = recordKey(workspaceId, kind, id);
  return (await followed(await getItems([key]))).get(nameOf(key));
}

/** MERGE-1: the ids by which others name the record that an id means now, that record's own first; the id alone where there is none. */
export async function idsMeant(workspaceId: string, kind: IdKind, id: string): Promise<Ids> {
  const item = await standing(workspaceId, kind, id);
  return item ? idsOf({ ...item, id: item.id }) : [id];
}
