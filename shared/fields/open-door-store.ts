import { nameOf } from '../core/projection.ts';
import { type Change, type Kept, type RecordBase, uniqueKey } from '../core/record.ts';
import { getItems } from '../platform/dynamo.ts';
import { commonUnique } from '../records/common-fields.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { examined } from './checked-custom.ts';
import type { CustomFields, CustomKeys } from './custom.ts';
import { catalogueOf } from './field-store.ts';

/** Keys of unique values that another record has; one BatchGet, none where nothing is claimed newly. */
async function takenBy(
  { workspaceId, id }: RecordBase,
  keys: CustomKeys,
  had: CustomKeys,
): Promise<ReadonlySet<string>> {
  const newly = keys.filter(({ key, value }) => !had.some((one) => one.key === key && one.value === value));
  if (newly.length === 0) return new Set();
  const claims = newly.flatMap((one) =>
    commonUnique('contact', { customKeys: [one] }).map((value) => ({
      one,
      at: uniqueKey(workspaceId, value),
    })),
  );
  const items = await getItems(claims.map(({ at }) => at));
  return new Set(
    claims.flatMap(({ one, at }) => {
      const holder = items.get(nameOf(at))?.recordId;
      return holder === undefined || holder === id ? [] : [one.key];
    }),
  );
}

type Custom = RecordBase & { custom: CustomFields; customKeys?: CustomKeys | undefined };

/**
 * A change of a contact that comes by itself (a form, a mail, a call), held to the contact's fields as they were at most 30 s
 * ago: it gets its defaults; what does not fit, and what another contact alone may have, is left out. Nothing is refused, and
 * nothing that is required is asked for.
 */
export async function withOpenCustom<T extends Custom>(change: Kept<T>): Promise<Kept<T>> {
  const { before, after } = change;
  const { workspaceId } = after;
  const { undeclaredFields } = await workspaceOf(workspaceId);
  const catalogue = await catalogueOf(workspaceId, 'contact');
  const sides = { before: before?.custom, after: after.custom, keys: before?.customKeys };
  const first = examined(catalogue, undeclaredFields, sides);
  const taken = await takenBy(after, first.customKeys, before?.customKeys ?? []);
  const fitting = Object.fromEntries(
    Object.entries(first.custom).flatMap(([key, value]) => {
      const kept = taken.has(key) ? before?.custom[key] : value;
      return kept === undefined ? [] : [[key, kept]];
    }),
  );
  const { custom, customKeys } = examined(catalogue, undeclaredFields, { ...sides, after: fitting });
  return {
    ...change,
    after: { ...after, custom, ...(customKeys.length > 0 ? { customKeys } : { customKeys: undefined }) },
  };
}

/** The same of whatever is written together. */
export const withOpenContacts = (changes: Change[]): Promise<Change[]> =>
  Promise.all(
    changes.map(async (change) =>
      change.of.kind === 'contact' && change.after
        ? ((await withOpenCustom(change as unknown as Kept<Custom>)) as unknown as Change)
        : change,
    ),
  );
