import { advanceDataExport, type How } from '../../../functions/exports/running/advance.ts';
import { handler } from '../../../functions/privacy/api.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import {
  createDataExportRoute,
  deleteDataExportRoute,
  getDataExportRoute,
  listDataExportsRoute,
} from '../../../shared/exports/data-export-routes.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ben } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { useBuckets } from '../../helpers/buckets.ts';
import { type Call, call } from '../../helpers/call.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';
import { importsBucket } from '../imports/import-world.ts';

/** A fresh table with Acme, Ann, its administrator, and Ben, a sales rep; and a bucket for what is exported. */
export async function useExports(): Promise<void> {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(userRecord, aUser());
  await keep(userRecord, aUser({ id: ben, name: 'Ben', email: 'ben@acme.test', roles: ['rep'] }));
  useSecret();
}
/** Buckets for what goes out, and for what comes in again. */
export async function useExportsBucket(): Promise<void> {
  await useBuckets(['exports-of-the-test', importsBucket]);
  process.env.EXPORTS_BUCKET = 'exports-of-the-test';
}

let nth = 0;
/** A contact of its own, whose address is nobody else's. */
export const keepContact = (over: Partial<Contact> = {}): Promise<Contact> => {
  nth += 1;
  const address = `person${nth}@engines.example`;
  const createdAt = new Date(Date.UTC(2026, 0, 1) + nth * 1000).toISOString();
  const id = newId('contact', createdAt);
  const made = { id, createdAt, updatedAt: createdAt, emails: [{ address, key: address }] };
  return keep(contactRecord, aContact({ ...made, ...over }));
};

const withRole = (more: Call) => ({
  role: more.userId === ben ? ('rep' as const) : ('admin' as const),
  ...more,
});
export const ask = (body: object, more: Call = {}) =>
  call(handler, createDataExportRoute, {
    body: { kind: 'contact', format: 'jsonl', ...body },
    ...withRole(more),
  });
const ofOne =
  <R extends Parameters<typeof call>[1]>(route: R) =>
  (dataExportId: string, more: Call = {}) =>
    call(handler, route, { params: { dataExportId }, ...withRole(more) });
export const get = ofOne(getDataExportRoute);
export const remove = ofOne(deleteDataExportRoute);
export const list = (more: Call = {}) =>
  call(handler, listDataExportsRoute, { query: {}, ...withRole(more) });

export const run = (id: string, how: Partial<How> = {}, workspaceId = acme) =>
  advanceDataExport(workspaceId, id, { isTimeLeft: () => true, ...how });

/** A file as it is, with what it begins with. */
export const fileAt = async (url: string): Promise<string> =>
  Buffer.from(await (await fetch(url)).arrayBuffer()).toString();

/** What an export that was asked for says when it has been written, and its file. */
export async function exported(body: object, more: Call = {}) {
  const asked = await ask(body, more);
  if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
  await run(asked.body.id);
  const { body: one } = await get(asked.body.id, more);
  const text = one.url ? await fileAt(one.url) : '';
  return { one, text, id: asked.body.id };
}
export const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
