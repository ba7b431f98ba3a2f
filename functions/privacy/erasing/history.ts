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
