import { handler } from '../../../functions/links/api.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import type { Item, Key } from '../../../shared/core/projection.ts';
import type { MatchKind } from '../../../shared/duplicates/compared.ts';
import {
  listContactDuplicatesRoute,
  listDuplicatesRoute,
} from '../../../shared/duplicates/duplicate-routes.ts';
import { findFor as findAll } from '../../../shared/duplicates/find-all-store.ts';
import { duplicatesPk, matchSk, placedSk } from '../../../shared/duplicates/match-entries.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

export async function useDuplicates(): Promise<void> {
  useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace());
}

/** A person's contact: name, birthday and address, and no e-mail that another could not have. */
export const person = (id: string, over: Partial<Contact> = {}): Contact =>
  aContact({
    id,
    firstName: 'Ada',
    lastName: 'Lovelace',
    birthday: '1815-12-10',
    emails: [],
    phones: [],
    addresses: [{ street: '12 St James Square', city: 'London', postalCode: 'SW1Y 4JH' }],
    ...over,
  } as Partial<Contact>);

/** Changes a stored contact as a patch would. */
export async function change(id: string, patch: Partial<Contact>): Promise<void> {
  const store = recordStore(contactRecord);
  const before = await store.get(acme, id);
  const merged = Object.fromEntries(
    Object.entries({ ...before, ...patch }).filter(([, v]) => v !== undefined),
  );
  const after = { ...merged, version: before.version + 1 } as Contact;
  await store.save({ of: contactRecord, before, after, events: [] }, aContext({ workspaceId: acme }));
}

/** Finds for these keys as the queue would have it. */
async function findFor(keys: readonly Key[]): Promise<void> {
  const [failure] = await findAll(keys);
  if (failure) throw failure.reason;
}
const findingOf = (id: string, kind: MatchKind = 'contact'): Key => ({
  pk: duplicatesPk(acme, kind, id),
  sk: matchSk,
});
export const find = (ids: readonly string[]) => findFor(ids.map((id) => findingOf(id)));
export const findCompanies = (ids: readonly string[]) => findFor(ids.map((id) => findingOf(id, 'company')));

async function matched(): Promise<Map<string, Item>> {
  const items = await Array.fromAsync(readAll());
  return new Map(items.filter(({ sk }) => sk === matchSk).map((item) => [item.pk, item]));
}
/** What the stream tells of between two moments: whose keys have come, changed or gone, or who has another owner. */
function told(before: Map<string, Item>, after: Map<string, Item>): Key[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((pk) => {
    const [old, next] = [before.get(pk), after.get(pk)];
    if (old?.version === next?.version) return [];
    return [{ pk, sk: old && old.print === next?.print ? placedSk : matchSk }];
  });
}

/** The world comes to rest: all is looked at, and whom those may be is found of whom the stream has told; answers who they are. */
export async function rest(): Promise<Key[]> {
  const before = await matched();
  await settleAll();
  const keys = told(before, await matched());
  await findFor(keys);
  await settleAll();
  return keys;
}

export const listed = (query: Record<string, string> = {}, more: Call = {}) =>
  call(handler, listDuplicatesRoute, { query, ...more });
/** The pairs of the list to its end, each by its ids. */
export async function pairsListed(query: Record<string, string> = {}): Promise<string[]> {
  const pairs: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await listed({ ...query, ...(cursor && { cursor }) });
    pairs.push(...body.items.map(({ records }) => records.map(({ id }) => id).join(' ')));
    cursor = body.cursor;
  } while (cursor);
  return pairs;
}
export const duplicatesOf = (contactId: string, more: Call = {}) =>
  call(handler, listContactDuplicatesRoute, { params: { contactId }, ...more });
