import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { handler as fields } from '../../../functions/fields/api.ts';
import { handler as identity } from '../../../functions/identity/api.ts';
import { handler as definitionsChanged } from '../../../functions/segments/on-definitions-changed-reproject.ts';
import { checkedKinds } from '../../../shared/checks/checks.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { createFieldRoute, patchFieldRoute } from '../../../shared/fields/field-routes.ts';
import { getWorkspaceRoute, patchWorkspaceRoute } from '../../../shared/workspaces/workspace-routes.ts';
import { acme, monday, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { keep } from '../../helpers/keep.ts';
import { duplicatesOf, listed, pairsListed, person, rest, useDuplicates } from './duplicate-world.ts';

beforeEach(useDuplicates);

const insurance = { of: 'contact', key: 'insurance', label: 'Insurance', type: 'text' };
const field = (body: object) => call(fields, createFieldRoute, { body });
const patchField = (fieldId: string, body: object) =>
  call(fields, patchFieldRoute, { params: { fieldId }, body });

const twoOfOneNumber = async (): Promise<string[]> => {
  const ids = [newId('contact', monday), newId('contact', monday)].sort();
  const bare = { birthday: undefined, addresses: [], custom: { insurance: 'A 123-456-789' } };
  await keep(contactRecord, person(ids[0] ?? '', { ...bare, firstName: 'Ada' }));
  await keep(
    contactRecord,
    person(ids[1] ?? '', { ...bare, firstName: 'Augusta', custom: { insurance: 'a123456789' } }),
  );
  return ids;
};

it('a field that tells who is meant makes two records one, however it is written, from the moment that it is said', async () => {
  const made = await field(insurance);
  expect(made.body).toMatchObject({ identifies: false });
  const ids = await twoOfOneNumber();
  await rest();
  expect(await pairsListed()).toEqual([]);
  expect((await patchField(made.body.id, { identifies: true })).body).toMatchObject({ identifies: true });
  await rest();
  expect(await pairsListed()).toEqual([ids.join(' ')]);
  const { reasons = [] } = (await duplicatesOf(ids[0] ?? '')).body.items[0] ?? {};
  expect(reasons).toContainEqual({ field: 'custom.insurance', agreement: 'same', weight: 13.1 });
  await patchField(made.body.id, { archived: true });
  await rest();
  expect(await pairsListed()).toEqual([]);
});

it('whoever changes that has all records of the kind looked at, and nobody else', async () => {
  process.env.KEYS_QUEUE_URL = 'https://sqs.test/1/keys';
  const queue = mockClient(SQSClient);
  queue.on(SendMessageBatchCommand).resolves({ Failed: [], Successful: [] });
  const told = async (type: string, recordId: string, changed: string[]) => {
    queue.resetHistory();
    const data = { recordId, recordVersion: 2, fields: changed };
    const detail = { id: 'ch_1.0', workspaceId: acme, at: noon, version: 1, data };
    const body = JSON.stringify({ 'detail-type': type, detail });
    await definitionsChanged({ Records: [{ messageId: '1', body }] } as unknown as SQSEvent);
    return queue.commandCalls(SendMessageBatchCommand).length;
  };
  const plain = (await field(insurance)).body.id;
  const telling = (await field({ ...insurance, key: 'passport', identifies: true })).body.id;
  expect(await told('field.created', telling, [])).toBe(1);
  expect(await told('field.created', plain, [])).toBe(0);
  expect(await told('field.updated', telling, ['label'])).toBe(0);
  expect(await told('field.updated', telling, ['archived'])).toBe(1);
  expect(await told('field.updated', plain, ['archived'])).toBe(0);
  expect(await told('field.updated', plain, ['identifies'])).toBe(1);
  expect(await told('field.updated', plain, ['required'])).toBe(1); // what lacks it is found (the data check)
  const ofDeals = (await field({ of: 'deal', key: 'tariff', label: 'Tariff', type: 'text' })).body.id;
  expect(await told('field.updated', ofDeals, ['archived'])).toBe(1); // a stage may ask for it
  // A field that is gone again says no more whose it was: all kinds are looked at.
  const gone = newId('field');
  expect(await told('field.updated', gone, ['archived'])).toBe(1);
  const [batch] = queue.commandCalls(SendMessageBatchCommand);
  expect(batch?.args[0].input.Entries).toHaveLength(checkedKinds.length);
  expect(await told('field.updated', gone, ['label'])).toBe(0);
});

it('is text, a number or a link of a contact or a company, and one of five', async () => {
  expect((await field({ ...insurance, type: 'checkbox', identifies: true })).body.errors).toMatchObject([
    { pointer: '/identifies', code: 'not_of_type' },
  ]);
  expect((await field({ ...insurance, of: 'deal', identifies: true })).status).toBe(400);
  for (let n = 0; n < 5; n++)
    expect((await field({ ...insurance, key: `number${n}`, identifies: true })).status).toBe(201);
  expect((await field({ ...insurance, key: 'number6', identifies: true })).body.code).toBe('too_many_fields');
  const { id } = (await field(insurance)).body;
  expect((await patchField(id, { identifies: true })).body.code).toBe('too_many_fields');
});

it('that what is sure is merged without a question is off until somebody says so', async () => {
  const workspace = async () => (await call(identity, getWorkspaceRoute)).body;
  expect(await workspace()).toMatchObject({ mergeSure: false });
  const patch = (body: object) => call(identity, patchWorkspaceRoute, { body });
  expect((await patch({ mergeSure: 'yes' })).status).toBe(400);
  expect((await patch({ mergeSure: true })).body).toMatchObject({ mergeSure: true });
  expect(await workspace()).toMatchObject({ mergeSure: true });
  expect((await listed()).status).toBe(200);
});
