import { beforeEach, expect, it } from 'vitest';
import { mergeSure } from '../../../functions/duplicates/merging/merge-sure.ts';
import { handler as links } from '../../../functions/links/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { keepContactsApartRoute } from '../../../shared/duplicates/duplicate-routes.ts';
import { findFor } from '../../../shared/duplicates/find-all-store.ts';
import { duplicatesPk, matchSk } from '../../../shared/duplicates/match-entries.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { acme, monday, noon } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';
import { person } from './duplicate-world.ts';

const begin = async (wants: boolean) => {
  useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace({ mergeSure: wants }));
};
beforeEach(() => begin(true));

const phones = [{ number: '+4930901820' }];
/** Contacts of one name, birthday, address and phone, the first the oldest. */
async function alike(count: number, over: object = {}): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId('contact', monday)).sort();
  for (const [n, id] of ids.entries())
    await keep(
      contactRecord,
      person(id, { phones, createdAt: n === 0 ? monday : noon, ...(n > 0 && over) } as never),
    );
  await settleAll();
  return ids;
}
const lookAt = async (ids: readonly string[]) => {
  const keys = ids.map((id) => ({ pk: duplicatesPk(acme, 'contact', id), sk: matchSk }));
  const [failure] = await findFor(keys, mergeSure);
  if (failure) throw failure.reason;
  await settleAll();
};
const mergedInto = async (id: string) => (await recordStore(contactRecord).find(acme, id))?.mergedInto;

it('two that are one for sure are merged, the older one stays, and looking again changes nothing', async () => {
  const [older = '', newer = ''] = await alike(2);
  await lookAt([newer, older]);
  expect(await mergedInto(newer)).toBe(older);
  const { version } = (await recordStore(contactRecord).find(acme, older)) ?? {};
  await lookAt([newer, older]);
  expect((await recordStore(contactRecord).find(acme, older))?.version).toBe(version);
});

it('nobody is merged where the workspace has not said so', async () => {
  await begin(false);
  const [older = '', newer = ''] = await alike(2);
  await lookAt([newer, older]);
  expect(await mergedInto(newer)).toBeUndefined();
});

it('of three that are alike each may be either of two: people decide', async () => {
  const ids = await alike(3);
  await lookAt(ids);
  expect(await Promise.all(ids.map(mergedInto))).toEqual([undefined, undefined, undefined]);
});

it('a likely pair is left for review, and so is one of which somebody said that it is none', async () => {
  const [one = '', twin = ''] = await alike(2, { firstName: 'Byron', birthday: '1816-11-02' });
  await lookAt([one, twin]);
  expect(await mergedInto(twin)).toBeUndefined();
  await begin(true);
  const [older = '', newer = ''] = await alike(2);
  const params = { contactId: older, otherId: newer };
  expect((await call(links, keepContactsApartRoute, { params })).status).toBe(200);
  await lookAt([newer, older]);
  expect(await mergedInto(newer)).toBeUndefined();
});
