import { type Context, systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { type Item, nameOf } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { permissionsOf } from '../../../shared/core/rights.ts';
import { type Found, findPairs, type RecordMatched } from '../../../shared/duplicates/find-pairs-store.ts';
import { distinctKey } from '../../../shared/duplicates/pair.ts';
import { mergeAt } from '../../../shared/duplicates/thresholds.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { workspaceStore } from '../../../shared/workspaces/workspace-store.ts';
import { mergeRecords } from '../../records/operations/merge.ts';
import { mergingTypes } from '../../records/types/merging-types.ts';

/** As it is said now: who has just taken it back is not merged. */
const isWanted = async (workspaceId: string): Promise<boolean> =>
  (await workspaceStore.get(workspaceId, workspaceId)).mergeSure;

/** Those that a record surely is, but for whom somebody has said that it is not. */
async function sureOf(found: readonly Found[]): Promise<string[]> {
  const sure = found.filter(({ probability }) => probability >= mergeAt);
  const apart = sure.length > 0 ? await getItems(sure.map(({ pair }) => distinctKey(pair))) : new Map();
  return sure.filter(({ pair }) => !apart.has(nameOf(distinctKey(pair)))).map(({ to }) => to);
}

/** A part of Rapport that acts on what the workspace has set up. */
function asRapport(workspaceId: string): Context {
  const by = systemContext(workspaceId, 'system', 'duplicates', new Date().toISOString(), 'duplicates');
  const permissions = permissionsOf({ id: by.actor.id, rights: by.actor.rights });
  return { ...by, actor: { ...by.actor, permissions } };
}

/** The older one stays. Who has been merged already is left to people: what is alike now may be so by the other of the two. */
async function inOrder(
  { workspaceId, kind, id }: RecordMatched,
  other: string,
): Promise<[string, string] | undefined> {
  const items = [...(await getItems([id, other].map((one) => recordKey(workspaceId, kind, one)))).values()];
  if (items.length < 2 || items.some(({ mergedIds }) => mergedIds !== undefined)) return undefined;
  const madeAt = ({ createdAt, id: one }: Item) => `${createdAt} ${one}`;
  const [first, second] = items.toSorted((a, b) => (madeAt(a) < madeAt(b) ? -1 : 1));
  return [String(first?.id), String(second?.id)];
}

const isRefused = (error: unknown) => error instanceof AppError && error.kind !== 'unavailable';

/**
 * Merges a record with the one that it surely is, where the workspace's `mergeSure` says so, and where each of the two surely is nobody
 * else: what is doubtful, and what would follow from two pairs for a third, stays for review. May be repeated: who is merged is in
 * no pair. What cannot be merged stays for review as well. Costs nothing where nothing is sure.
 */
export async function mergeSure(record: RecordMatched, found: readonly Found[]): Promise<void> {
  const { workspaceId, kind, id } = record;
  const [other, another] = await sureOf(found);
  if (!other || another || !(await isWanted(workspaceId))) return;
  const back = await sureOf(await findPairs({ workspaceId, kind, id: other }, { again: true }));
  if (back.length !== 1 || back[0] !== id) return;
  const [stays, goes] = (await inOrder(record, other)) ?? [];
  if (!stays || !goes) return;
  try {
    await mergeRecords(
      mergingTypes[kind],
      { id: stays, ids: [goes], values: {} },
      asRapport(workspaceId),
      undefined,
    );
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}
