import type { IdKind } from '../../../shared/core/ids.ts';
import type { Item, Key } from '../../../shared/core/projection.ts';
import { changeItemType, recordKey } from '../../../shared/core/record.ts';
import type { Erased } from '../../../shared/privacy/erasure.ts';
import { deleteItems, partition } from '../../../shared/privacy/items-store.ts';

const timeline = { from: '#', to: '$' }; // the character behind `#`

/** Every change of a record, and whatever else stands on its timeline. */
export const timelineOf = (workspaceId: string, kind: IdKind, id: string): AsyncGenerator<Item> =>
  partition({ pk: recordKey(workspaceId, kind, id).pk, ...timeline });

/** The answer that was kept for a repeated request, which says what the change said. */
const answerOf = ({ once }: Item): Key[] => (typeof once === 'string' ? [{ pk: once, sk: 'ONCE' }] : []);

const idsIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
type Fields = Record<string, { before?: unknown; after?: unknown }>;

/** The changes of a record from the one by which another was merged into it to the one by which it was taken out. */
async function changesWhile(workspaceId: string, kind: IdKind, id: string, merged: string): Promise<Item[]> {
  const changes: Item[] = [];
  let isIn = false;
  for await (const item of timelineOf(workspaceId, kind, id)) {
    if (item.type !== changeItemType) continue;
    const { mergedIds } = (item.fields ?? {}) as Fields;
    const [had, has] = [idsIn(mergedIds?.before).includes(merged), idsIn(mergedIds?.after).includes(merged)];
    isIn ||= has;
    if (isIn && !item.forgets) changes.push(item);
    if (had && !has) isIn = false;
  }
  return changes;
}

/** Those that a record was merged into, as its changes say. */
const survivorsIn = (changes: Item[]): string[] =>
  changes.flatMap(({ fields }) => {
    const into = ((fields ?? {}) as Fields).mergedInto?.after;
    return typeof into === 'string' ? [into] : [];
  });

/**
 * Deletes what the changes of those remember whom a record was merged into, of the time in which it was: they have its values
 * in them, and go on when it was taken out again. Before its own history, which says who they are.
 */
export async function* forgetMerges(workspaceId: string, kind: IdKind, id: string): AsyncGenerator<Erased> {
  const own: Item[] = [];
  for await (const item of timelineOf(workspaceId, kind, id))
    if (item.type === changeItemType) own.push(item);
  const known = new Set<string>();
  const next = survivorsIn(own);
  for (let into = next.pop(); into; into = next.pop()) {
    if (known.has(into)) continue;
    known.add(into);
    const changes = await changesWhile(workspaceId, kind, into, id);
    next.push(...survivorsIn(changes));
    for (let at = 0; at < changes.length; at += pageful)
      yield* deleteChanges(changes.slice(at, at + pageful));
  }
}

const pageful = 50;
/**
 * Deletes what a record's changes remember of the time before it was emptied, and the answers that were kept with them.
 * The change that emptied it says nothing, and stays; so does what came after it. Where it never was emptied all go.
 */
export async function* forgetHistory(workspaceId: string, kind: IdKind, id: string): AsyncGenerator<Erased> {
  const changes: Item[] = [];
  let until = Number.POSITIVE_INFINITY;
  for await (const { type, pk, sk, once, forgets, recordVersion } of timelineOf(workspaceId, kind, id)) {
    if (type !== changeItemType) continue;
    if (forgets) until = Math.min(until, Number(recordVersion));
    else changes.push({ pk, sk, once, recordVersion }); // keys alone: there may be many
  }
  const old = changes.filter(({ recordVersion }) => Number(recordVersion) < until);
  for (let at = 0; at < old.length; at += pageful) yield* deleteChanges(old.slice(at, at + pageful));
}

async function* deleteChanges(changes: Item[]): AsyncGenerator<Erased> {
  const answers = changes.flatMap(answerOf);
  await deleteItems(answers); // the change names the answer, so the answer goes first
  await deleteItems(changes);
  for (const _ of changes) yield 'changes';
  for (const _ of answers) yield 'answers';
}
