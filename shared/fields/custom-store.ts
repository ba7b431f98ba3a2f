import { AppError } from '../core/errors.ts';
import type { Kept, RecordBase } from '../core/record.ts';
import { mustBeHere } from '../identity/user-store.ts';
import type { Write } from '../platform/commit.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import type { Catalogue } from './catalogue.ts';
import { changedNames, checkedCustom, type Sides } from './checked-custom.ts';
import { type CustomFields, type CustomKeys, type CustomKind, customKinds } from './custom.ts';
import { catalogueOf, readCatalogue } from './field-store.ts';

/**
 * Decides by the fields as they were lately, and once more by the fields as they are now where that refuses, or where a name
 * is given that was no field then: one that was added a moment ago is there for everybody.
 */
async function decideByFields<T>(
  workspaceId: string,
  of: CustomKind,
  names: readonly string[],
  decide: (catalogue: Catalogue) => T,
): Promise<T> {
  const known = await catalogueOf(workspaceId, of);
  const isKnown = (name: string) => known.fields.some(({ key }) => key === name);
  if (!names.every(isKnown)) return decide(await readCatalogue(workspaceId, of));
  try {
    return decide(known);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return decide(await readCatalogue(workspaceId, of));
  }
}

type Checked = { custom: CustomFields; customKeys: CustomKeys | undefined; also: Write[] };

/** An edit that touches none costs nothing. Throws `validation_failed` with a pointer and a code for each fault. */
async function checked(workspaceId: string, of: CustomKind, sides: Sides): Promise<Checked> {
  const names = changedNames(sides);
  if (sides.before !== undefined && names.length === 0)
    return { custom: sides.after, customKeys: sides.keys, also: [] };
  const { undeclaredFields } = await workspaceOf(workspaceId);
  const { custom, customKeys, users } = await decideByFields(workspaceId, of, names, (catalogue) =>
    checkedCustom(catalogue, undeclaredFields, sides),
  );
  const also = users.map(({ key, id }) => mustBeHere(workspaceId, id, `/custom/${key}`));
  return { custom, customKeys: customKeys.length > 0 ? customKeys : undefined, also };
}

type Custom = { custom?: CustomFields | undefined; customKeys?: CustomKeys | undefined };
const hasCustom = (kind: string): kind is CustomKind => customKinds.includes(kind as CustomKind);

/**
 * A change that is decided, its record's custom values held to the fields of its kind: defaults filled in, unique values
 * claimed, users held to being there by `also`. Throws `validation_failed` with `field_required`, `field_type`,
 * `field_out_of_range`, `field_pattern`, `field_option_unknown`, `field_archived` and `field_unknown` at `/custom/<key>`; the
 * transaction throws `field_value_taken` and `reference_unknown`.
 */
export async function withCheckedCustom<T extends RecordBase>(given: {
  change: Kept<T>;
  also?: Write[];
}): Promise<{ change: Kept<T>; also: Write[] }> {
  const { change, also = [] } = given;
  const { kind } = change.of;
  const [before, after] = [change.before as Custom | undefined, change.after as Custom];
  if (!hasCustom(kind) || after.custom === undefined) return { change, also };
  const sides = {
    before: before && (before.custom ?? {}),
    after: after.custom,
    keys: before?.customKeys,
  };
  const { also: more, ...held } = await checked(change.after.workspaceId, kind, sides);
  return { change: { ...change, after: { ...change.after, ...held } }, also: [...also, ...more] };
}
