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

/** The version by which a record was emptied; before any where it never was, so that all of its changes go. */
async function erasedVersion(workspaceId: string, kind: IdKind, id: string): Promise<number> {
  for await (const item of timelineOf(workspaceId, kind, id))
    if (item.forgets) return Number(item.recordVersion);
  return Number.POSITIVE_INFINITY;
}

const pageful = 50;
/**
 * Deletes what a record's changes remember of the time before it was emptied, and the answers that were kept with them.
 * The change that emptied it says nothing, and stays; so does what came after it.
 */
export async function* forgetHistory(workspaceId: string, kind: IdKind, id: string): AsyncGenerator<Erased> {
  const until = await erasedVersion(workspaceId, kind, id);
  let waiting: Item[] = [];
  for await (const item of timelineOf(workspaceId, kind, id)) {
    if (item.type !== changeItemType || item.forgets || Number(item.recordVersion) > until) continue;
    waiting.push(item);
    if (waiting.length < pageful) continue;
    yield* deleteChanges(waiting);
    waiting = [];
  }
  yield* deleteChanges(waiting);
}

async function* deleteChanges(changes: Item[]): AsyncGenerator<Erased> {
  if (changes.length === 0) return;
  const answers = changes.flatMap(answerOf);
  await deleteItems(answers); // the change names the answer, so the answer goes first
  await deleteItems(changes);
  for (const _ of changes) yield 'changes';
  for (const _ of answers) yield 'answers';
}
