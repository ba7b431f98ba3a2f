import { nameOf } from '../../../shared/core/projection.ts';
import { uniqueKey } from '../../../shared/core/record.ts';
import type { CheckCounts, CheckedRow } from '../../../shared/imports/checked-row.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { type ImportRow, partRows, readPart } from '../../../shared/imports/import-object-store.ts';
import { identitiesOf } from '../../../shared/imports/row-identity.ts';
import { getItems } from '../../../shared/platform/dynamo.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { type Drafts, draftsOf } from './drafts.ts';
import { packer } from './packer.ts';
import { rowMemory } from './row-memory.ts';

type Draft = Awaited<ReturnType<Drafts>>;
type Keyed = { draft: Draft; keys: ReturnType<typeof identitiesOf> };

/** The records that have a key of a row already, by the key's name; a hundred keys a request. */
async function holders(workspaceId: string, rows: readonly Keyed[]): Promise<Map<string, string>> {
  const keys = rows.flatMap((row) => row.keys.map((key) => uniqueKey(workspaceId, key)));
  const items = await getItems(keys);
  return new Map([...items].map(([name, { recordId }]) => [name, String(recordId)]));
}

const none = { new: 0, existing: 0, repeated: 0, invalid: 0, changed: 0, faulty: 0, suggested: 0 };
function count(counts: CheckCounts, { outcome, changes, faults, suggestions }: CheckedRow): void {
  counts[outcome] += 1;
  if (changes.length > 0) counts.changed += 1;
  if (faults.length > 0) counts.faulty += 1;
  if (suggestions.length > 0) counts.suggested += 1;
}

/** Tries out what each row would become, in their order, and keeps that beside them. Nothing is made of any. */
export async function checkRows(one: Import): Promise<CheckCounts> {
  const { workspaceId, kind, rows = 0 } = one;
  const { emailFolding } = await workspaceOf(workspaceId);
  const drafts = await draftsOf(one);
  const memory = rowMemory();
  const counts = { ...none };
  const packed = packer(one);

  const judge = ({ draft, keys }: Keyed, found: Map<string, string>): CheckedRow => {
    if (!draft.isValid) return { ...draft.row, outcome: 'invalid' };
    const holder = keys.map((key) => found.get(nameOf(uniqueKey(workspaceId, key)))).find(Boolean);
    if (holder) return { ...draft.row, outcome: 'existing', existingId: holder };
    const sameAs = memory.seen(keys, draft.row.number);
    return sameAs === undefined
      ? { ...draft.row, outcome: 'new' }
      : { ...draft.row, outcome: 'repeated', sameAs };
  };
  const checkPart = async (part: readonly ImportRow[]) => {
    const keyed = await Promise.all(
      part.map(async (row): Promise<Keyed> => {
        const draft = await drafts(row);
        return { draft, keys: draft.isValid ? identitiesOf(kind, draft.row.values, emailFolding) : [] };
      }),
    );
    const found = await holders(workspaceId, keyed);
    for (const row of keyed) {
      const checked = judge(row, found);
      count(counts, checked);
      await packed.add(checked);
    }
  };
  for (let part = 0; part * partRows < rows; part += 1) await checkPart(await readPart(one, part));
  await packed.end();
  return counts;
}
