import type { Context } from '../../../shared/core/actor.ts';
import { nameOf } from '../../../shared/core/projection.ts';
import { uniqueKey } from '../../../shared/core/record.ts';
import type { CheckCounts, CheckedRow, RowOutcome } from '../../../shared/imports/checked-row.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { type ImportRow, partRows, putPart, readPart } from '../../../shared/imports/import-object-store.ts';
import { type Identity, identitiesOf } from '../../../shared/imports/row-identity.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { rowPacker } from '../running/row-packer.ts';
import { askerOf } from '../running/type-of.ts';
import { type Draft, draftsOf } from './drafts.ts';
import { joinedOrders } from './order-lines.ts';
import { rowMemory } from './row-memory.ts';
import { faultsOfNew, faultsOfPatch } from './try-row.ts';

type Keyed = Draft & { keys: Identity[] };

/** The records that have a key of a row already, by the key's name; a hundred keys a request. */
async function holders(workspaceId: string, rows: readonly Keyed[]): Promise<Map<string, string>> {
  const keys = rows.flatMap((row) => row.keys.map((key) => uniqueKey(workspaceId, key)));
  const items = await getItems(keys);
  return new Map([...items].map(([name, { recordId }]) => [name, String(recordId)]));
}

const none = {
  new: 0,
  existing: 0,
  repeated: 0,
  invalid: 0,
  changed: 0,
  faulty: 0,
  suggested: 0,
  joined: 0,
  stale: 0,
};
function count(
  counts: CheckCounts,
  { outcome, changes, faults, suggestions, joined = [], isStale }: CheckedRow,
) {
  counts[outcome] += 1;
  counts.joined += joined.length;
  if (changes.length > 0) counts.changed += 1;
  if (faults.length > 0) counts.faulty += 1;
  if (suggestions.length > 0) counts.suggested += 1;
  if (isStale) counts.stale += 1;
}

const invalid = ({ row }: Draft, faults: CheckedRow['faults'] = []): CheckedRow => ({
  ...row,
  outcome: 'invalid',
  faults: [...faults, ...row.faults],
});
const takenBesides = (field: string) => ({
  field,
  code: 'key_taken',
  detail: 'Another record has this already, and it is not the one that the row is found by.',
});

/** What each row of an import would become, one after the other. */
function judgeOf(one: Import, by: Context) {
  const { workspaceId, mode = 'create', matchBy } = one;
  const memory = rowMemory();
  /** The first that has a key of the row. Where one key alone counts, a holder of another is in the way. */
  function holderOf({ keys }: Keyed, found: Map<string, string>) {
    const held = keys.flatMap((key) => {
      const id = found.get(nameOf(uniqueKey(workspaceId, key)));
      return id ? [{ id, by: key.by }] : [];
    });
    const meant = matchBy === undefined ? held[0] : held.find((one) => one.by === matchBy);
    const other = held.find(({ id }) => id !== meant?.id);
    return { existingId: meant?.id, inTheWay: mode === 'create' ? undefined : other?.by };
  }
  /** A record that is made is tried out as a whole, one that is there by what is said of it. */
  async function tried(row: CheckedRow): Promise<CheckedRow> {
    const makes = row.outcome === 'new' && mode !== 'update';
    const changes = row.outcome !== 'new' && mode !== 'create';
    if (!makes && !changes) return row;
    const faults = await (makes ? faultsOfNew(one, row.values, by) : faultsOfPatch(one, row.values));
    return faults.length > 0 ? invalid({ isBroken: true, row }, faults) : row;
  }
  return (keyed: Keyed, found: Map<string, string>): Promise<CheckedRow> | CheckedRow => {
    const { row, keys } = keyed;
    if (keyed.isBroken) return invalid(keyed);
    const { existingId, inTheWay } = holderOf(keyed, found);
    if (inTheWay) return invalid(keyed, [takenBesides(inTheWay)]);
    const sameAs = memory.seen(
      keys.filter((key) => matchBy === undefined || key.by === matchBy),
      row.number,
    );
    if (sameAs !== undefined)
      return tried({ ...row, outcome: 'repeated', sameAs, ...(existingId && { existingId }) });
    return tried(existingId ? { ...row, outcome: 'existing', existingId } : { ...row, outcome: 'new' });
  };
}

/**
 * Tries out what each row would become, in their order, in the name of who asked, and keeps that beside them. Nothing is made of
 * any.
 */
export async function checkRows(one: Import): Promise<CheckCounts> {
  const { workspaceId, kind, rows = 0 } = one;
  const [workspace, actor, now] = [
    await workspaceOf(workspaceId),
    await askerOf(one),
    new Date().toISOString(),
  ];
  const drafts = await draftsOf(one, workspace, actor, now);
  const judge = judgeOf(one, { actor, now });
  const counts = { ...none };
  const packed = rowPacker<RowOutcome, CheckedRow>((outcome, part, some) =>
    putPart(one, `checked/${outcome}`, part, some),
  );

  const checkPart = async (part: readonly ImportRow[]) => {
    const all = await Promise.all(part.map(drafts));
    const keyed = (kind === 'order' ? joinedOrders(all) : all).map(
      (draft): Keyed => ({
        ...draft,
        keys: draft.isBroken ? [] : identitiesOf(kind, draft.row.values, workspace.emailFolding),
      }),
    );
    const found = await holders(workspaceId, keyed);
    for (const checked of await Promise.all(keyed.map((row) => judge(row, found)))) {
      count(counts, checked);
      await packed.add(checked.outcome, checked);
    }
  };
  for (let part = 0; part * partRows < rows; part += 1) await checkPart(await readPart(one, part));
  await packed.end();
  return counts;
}
