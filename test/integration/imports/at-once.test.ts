import { beforeAll, expect, it } from 'vitest';
import { runPart } from '../../../functions/imports/running/run-part.ts';
import { type Running, runRow } from '../../../functions/imports/running/run-row.ts';
import { askerOf } from '../../../functions/imports/running/type-of.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { checkedPart } from '../../../shared/imports/import-object-store.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, contactId } from '../../fixtures/ids.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { askToRun, checked, useImports } from './import-world.ts';

const address = 'ada@engines.example';
const file = `E-mail,First Name,Notes\n${address},Ada,met in May\nben@engines.example,Ben,\n`;
beforeAll(async () => {
  await useImports();
  const emails = [{ address, key: address }];
  await keep(contactRecord, aContact({ id: contactId, firstName: 'A.', emails } as never));
});
const notes = async () => (await Array.fromAsync(readAll())).filter(({ sk }) => sk === 'ACTIVITY');

/** A call as it is when it has read that none of its rows was done. */
async function aCall() {
  const { id } = await checked(file, {}, { mode: 'update' });
  await askToRun(id);
  const one = await importStore.find(acme, id);
  if (!one) throw new Error('There is no import.');
  const { emailFolding: folding } = await workspaceOf(acme);
  const running: Running = { one, actor: await askerOf(one), folding };
  const rows = await checkedPart(one, 'existing', 0);
  return { running, rows, run: () => runPart(running, rows, { marks: new Map(), atOnce: 16 }) };
}

it('a row whose change another call has made in between is told as that call tells it, and its note is made', async () => {
  const { running, rows, run } = await aCall();
  const [row] = rows;
  if (!row) throw new Error('There is no row.');
  const { besides: _, ...bare } = row;
  const first = await runRow(running, bare, new Map()); // killed before it came to the note
  expect(first).toEqual({ number: 1, result: 'updated', recordId: contactId });
  expect(await run()).toEqual([first]);
  expect(await run()).toEqual([first]);
  expect(await notes()).toMatchObject([{ text: 'met in May', contactId }]);
});

it('a row that says nothing new is unchanged for every call', async () => {
  const { run } = await aCall();
  const unchanged = [{ number: 1, result: 'unchanged', recordId: contactId }];
  expect(await run()).toEqual(unchanged);
  expect(await run()).toEqual(unchanged);
});
