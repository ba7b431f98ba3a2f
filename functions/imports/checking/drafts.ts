import type { Actor } from '../../../shared/core/actor.ts';
import type { CheckedRow } from '../../../shared/imports/checked-row.ts';
import type { CleanContext } from '../../../shared/imports/cleaning/clean-context.ts';
import { type CleanedRow, cleanRow } from '../../../shared/imports/cleaning/clean-row.ts';
import { writtenIn } from '../../../shared/imports/cleaning/row.ts';
import type { Import } from '../../../shared/imports/import.ts';
import type { ImportRow } from '../../../shared/imports/import-object-store.ts';
import type { Workspace } from '../../../shared/workspaces/workspace.ts';
import { ownFields } from '../running/own-fields.ts';
import { cleanContextOf, replacedBy } from './clean-context-of.ts';
import { nameRow } from './naming/name-row.ts';
import { namerOf } from './naming/namer.ts';
import { isStale } from './stale.ts';

/** A row as the body of a record, and whether it can be one at all. */
export type Draft = { isBroken: boolean; row: Omit<CheckedRow, 'outcome'> };
export type Drafts = (row: ImportRow) => Promise<Draft>;

/** Cleans a row; what it was probably meant to say is taken from `acceptFrom` on, and the row looked at once more. */
async function cleaned(
  { kind, mapping = [], acceptFrom = 2 }: Import,
  cells: readonly string[],
  context: CleanContext,
): Promise<CleanedRow> {
  const first = await cleanRow(kind, cells, mapping, context);
  const taken = first.suggestions.filter(({ confidence }) => confidence >= acceptFrom);
  if (taken.length === 0) return first;
  return cleanRow(kind, cells, mapping, { ...context, replaced: replacedBy(taken, context.replaced) });
}

type Values = CheckedRow['values'];
type Fault = CheckedRow['faults'][number];
/** Without values by names that no field declares, where the workspace takes none; each is told of. */
function declared(values: Values, known: ReadonlySet<string>, faults: CheckedRow['faults']): Values {
  const custom = Object.entries((values.custom ?? {}) as object);
  const unknown = custom.filter(([key]) => !known.has(key));
  if (unknown.length === 0) return values;
  for (const [key] of unknown)
    faults.push({
      field: `custom.${key}`,
      code: 'field_unknown',
      detail: `There is no field ${key} of your own.`,
    });
  return { ...values, custom: Object.fromEntries(custom.filter(([key]) => known.has(key))) };
}

/** A fault with what the file says there, so that it can be put right by a replacement. */
function withWritten({ mapping = [] }: Import, cells: readonly string[]) {
  return (fault: Fault): Fault => {
    const from = writtenIn(cells, mapping, fault.field);
    return { ...fault, ...(from !== undefined && { from }) };
  };
}

const empty = { field: '', code: 'row_empty', detail: 'Nothing of the row is in a field.' };

/** How a row of an import becomes the body of a record: cleaned, with what it names looked up in reach of who imports. */
export async function draftsOf(
  one: Import,
  workspace: Workspace,
  actor: Actor,
  now: string,
): Promise<Drafts> {
  const namer = await namerOf(actor);
  const context = await cleanContextOf(one, workspace, { actor, namer });
  const known = new Set((await ownFields(one)).map(({ key }) => key));
  return async ({ number, cells, fault }) => {
    const clean = await cleaned(one, cells, context);
    const { faults, besides, values: named } = await nameRow(one.kind, clean, namer, { workspace, now });
    const values = workspace.undeclaredFields === 'refuse' ? declared(named, known, faults) : named;
    const isEmpty = Object.keys(clean.values).length === 0;
    const broken = [...(fault ? [{ field: '', ...fault }] : []), ...(isEmpty ? [empty] : [])];
    const { changes, suggestions } = clean;
    const more = {
      ...(besides && { besides }),
      ...(isStale(one.kind, clean, now) && { isStale: true as const }),
    };
    const row = {
      number,
      values,
      ...more,
      changes,
      faults: [...broken, ...faults.map(withWritten(one, cells))],
      suggestions,
    };
    return { isBroken: broken.length > 0, row };
  };
}
