import { handler } from '../../../functions/imports/api.ts';
import { workOn } from '../../../functions/imports/running/work-on.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import {
  checkImportRoute,
  createImportRoute,
  deleteImportRoute,
  getImportErrorsRoute,
  getImportRoute,
  listCheckedRowsRoute,
  listImportResultsRoute,
  listImportRowsRoute,
  patchImportRoute,
  readImportRoute,
  runImportRoute,
  stopImportRoute,
  undoImportRoute,
} from '../../../shared/imports/import-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { acme } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { useBuckets } from '../../helpers/buckets.ts';
import { type Call, call } from '../../helpers/call.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { send } from '../../helpers/local-buckets.ts';
import { useSecret } from '../../helpers/secret.ts';

export const importsBucket = 'imports-of-the-test';
/** A fresh table, for imports by a bucket that is there. */
export async function useImportsTable(): Promise<void> {
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  await keep(userRecord, aUser());
  await keep(pipelineRecord, aPipeline());
  process.env.IMPORTS_BUCKET = importsBucket;
  useSecret();
}
/** A fresh table, and a bucket for what is imported. */
export async function useImports(): Promise<void> {
  await useBuckets([importsBucket]);
  await useImportsTable();
}

export const begin = (body: object, more: Call = {}) =>
  call(handler, createImportRoute, {
    body: { kind: 'contact', name: 'people.csv', size: 100, ...body },
    ...more,
  });
const ofOne =
  <R extends Parameters<typeof call>[1]>(route: R) =>
  (importId: string, more: Call = {}) =>
    call(handler, route, { params: { importId }, ...more });
export const askToRead = (importId: string, more: Call = {}) =>
  ofOne(readImportRoute)(importId, { body: {}, ...more });
export const get = ofOne(getImportRoute);
export const rows = ofOne(listImportRowsRoute);
export const map = ofOne(patchImportRoute);
export const askToCheck = (importId: string, more: Call = {}) =>
  ofOne(checkImportRoute)(importId, { body: {}, ...more });
export const askToRun = (importId: string, more: Call = {}) =>
  ofOne(runImportRoute)(importId, { body: {}, ...more });
export const askToStop = ofOne(stopImportRoute);
export const askToUndo = ofOne(undoImportRoute);
export const results = ofOne(listImportResultsRoute);
export const errorFile = ofOne(getImportErrorsRoute);
export const checkedRows = ofOne(listCheckedRowsRoute);
export const remove = ofOne(deleteImportRoute);

/** An import whose file has come, and has yet to be read. */
export async function sent(text: string | Uint8Array, over: object = {}): Promise<string> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const { status, body } = await begin({ size: bytes.length, ...over });
  if (status !== 201) throw new Error(JSON.stringify(body));
  const answer = await send(body.upload, bytes);
  if (!answer.ok) throw new Error(await answer.text());
  return body.id;
}
/** One whose file has been read. */
export async function read(text: string | Uint8Array, over: object = {}) {
  const id = await sent(text, over);
  await askToRead(id);
  await workOn(acme, id);
  return (await get(id)).body;
}

type How = { mode?: string; matchBy?: string; acceptFrom?: number };
/** One whose rows have been tried out. */
export async function checked(text: string | Uint8Array, over: object = {}, how: How = {}) {
  const { id } = await read(text, over);
  const asked = await askToCheck(id, { body: how });
  if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
  await workOn(acme, id);
  return (await get(id)).body;
}
/** One that has been run. */
export async function ran(text: string | Uint8Array, over: object = {}, how: How = {}) {
  const { id } = await checked(text, over, how);
  const asked = await askToRun(id);
  if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
  await workOn(acme, id);
  return (await get(id)).body;
}
