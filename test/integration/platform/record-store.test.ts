import { beforeEach, describe, expect, test } from 'vitest';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { type Change, nextVersion, recordKey, uniqueKey } from '../../../shared/core/record.ts';
import { getItem, queryItems } from '../../../shared/platform/dynamo.ts';
import { mustExist, recordStore, saveChanges } from '../../../shared/platform/record-store.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, contactId, globex, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';

beforeEach(useTable);

const store = recordStore(contactRecord);
const by = aContext();
const email = (address: string) => ({ address, key: address });
const ada = { name: 'email', value: 'ada@example.com' };
const changed = (before: Contact, patch: Partial<Contact>): Change<Contact> => ({
  of: contactRecord,
  before,
  after: nextVersion(before, patch, noon),
  events: [],
});
const removed = (before: Contact): Change<Contact> => ({
  of: contactRecord,
  before,
  after: undefined,
  events: [],
});
const changesOf = async (contact: Contact) =>
  (await queryItems({ pk: recordKey(acme, 'contact', contact.id).pk, limit: 50, to: '$' })).items;

describe('a record', () => {
  test('is read back as it was stored, in its own workspace only', async () => {
    const contact = await keep(contactRecord, aContact());
    expect(await store.get(acme, contact.id)).toEqual(contact);
    await expect(store.get(globex, contact.id)).rejects.toMatchObject({
      code: 'contact_not_found',
      status: 404,
    });
  });

  test('that another write has moved on is not overwritten', async () => {
    const before = await keep(contactRecord, aContact());
    await store.save(changed(before, { firstName: 'First' }), by);
    await expect(store.save(changed(before, { firstName: 'Second' }), by)).rejects.toMatchObject({
      code: 'version_conflict',
      status: 409,
    });
    await expect(store.save(removed(before), by)).rejects.toMatchObject({ code: 'version_conflict' });
    expect(await store.get(acme, before.id)).toMatchObject({ firstName: 'First', version: 2 });
    expect(await changesOf(before)).toHaveLength(2);
  });

  test('is not made twice under one id', async () => {
    await keep(contactRecord, aContact());
    await expect(keep(contactRecord, aContact({ emails: [] }))).rejects.toMatchObject({
      code: 'version_conflict',
    });
  });

  test('of many asked for comes in the order of the ids, without those that are gone', async () => {
    const all = [];
    for (let n = 0; n < 5; n++)
      all.push(await keep(contactRecord, aContact({ id: newId('contact'), emails: [] })));
    const ids = [...all.map(({ id }) => id).reverse(), newId('contact')];
    expect((await store.getMany(acme, ids)).map(({ id }) => id)).toEqual(ids.slice(0, 5));
    const many = Array.from({ length: 230 }, () => newId('contact'));
    expect(await store.getMany(acme, [...many, ...ids])).toHaveLength(5);
  });
});

describe('a change item', () => {
  test('says who, when, why, and each field before and after', async () => {
    const before = await keep(contactRecord, aContact());
    await store.save(changed(before, { firstName: 'Ida', lastName: undefined }), by);
    const [made, item] = await changesOf(before);
    expect(made).toMatchObject({ type: 'change', kind: 'created', recordVersion: 1, fields: {} });
    expect(item).toMatchObject({
      kind: 'updated',
      of: 'contact',
      recordId: contactId,
      recordVersion: 2,
      at: noon,
      by: { kind: 'user', id: ann },
      cause: 'req-1',
      fields: { firstName: { before: 'Ada', after: 'Ida' }, lastName: { before: 'Lovelace' } },
    });
  });

  test('carries the events to publish, in ids and field names and without a value', async () => {
    const before = await keep(contactRecord, aContact());
    await store.save(changed(before, { firstName: 'Ida' }), by);
    const [, item] = await changesOf(before);
    const data = { recordId: contactId, recordVersion: 2, fields: ['firstName'] };
    expect(item?.events).toEqual([{ type: 'contact.updated', version: 1, data }]);
  });

  test('of a deletion keeps all there was, counts as a version, and says so in its event', async () => {
    const before = await keep(contactRecord, aContact());
    await store.save(removed(before), by);
    const item = (await changesOf(before)).at(-1);
    expect(item).toMatchObject({
      kind: 'deleted',
      recordVersion: 2,
      fields: { firstName: { before: 'Ada' } },
    });
    expect(item?.events).toMatchObject([{ type: 'contact.deleted', data: { recordVersion: 2 } }]);
    expect(await store.find(acme, before.id)).toBeUndefined();
  });
});

describe('a unique value', () => {
  test('leads to its record', async () => {
    const contact = await keep(contactRecord, aContact());
    expect(await store.findByUnique(acme, ada)).toEqual(contact);
    expect(await store.findByUnique(globex, ada)).toBeUndefined();
  });

  test('that is taken refuses the whole write and names who has it', async () => {
    await keep(contactRecord, aContact());
    const rival = aContact({ id: newId('contact') });
    await expect(keep(contactRecord, rival)).rejects.toMatchObject({
      code: 'email_taken',
      status: 409,
      more: { existingId: contactId },
    });
    expect(await store.find(acme, rival.id)).toBeUndefined();
    expect(await changesOf(rival)).toEqual([]);
  });

  test('is free again once its record lets go of it, or is gone', async () => {
    const first = await keep(contactRecord, aContact());
    await store.save(changed(first, { emails: [email('new@example.com')] }), by);
    const second = await keep(contactRecord, aContact({ id: newId('contact') }));
    await store.save(removed(second), by);
    const third = await keep(contactRecord, aContact({ id: newId('contact') }));
    expect(await store.findByUnique(acme, ada)).toEqual(third);
  });

  test('that a record names twice is its own once', async () => {
    const twice = [email('ada@example.com'), { ...email('ada@example.com'), address: 'Ada@example.com' }];
    const contact = await keep(contactRecord, aContact({ emails: twice }));
    await store.save(changed(contact, { emails: twice.slice(1) }), by);
    expect((await store.findByUnique(acme, ada))?.id).toBe(contactId);
  });

  test('that its record no longer has is nobody’s, even where its item still stands', async () => {
    const contact = await keep(contactRecord, aContact({ emails: [] }));
    const write = { Item: { ...uniqueKey(acme, ada), recordId: contact.id, of: 'contact' } };
    await saveChanges([], { ...by, once: undefined }, [{ action: { Put: write } }]);
    expect(await store.findByUnique(acme, ada)).toBeUndefined();
  });
});

test('a write that needs another record does nothing where that is gone, and says which field is at fault', async () => {
  const contact = aContact();
  const create = { of: contactRecord, before: undefined, after: contact, events: [] };
  const missing = mustExist(acme, 'deal', 'dl_gone', '/dealId');
  await expect(store.save(create, by, [missing])).rejects.toMatchObject({
    code: 'reference_unknown',
    status: 400,
    more: { errors: [{ pointer: '/dealId' }] },
  });
  expect(await Array.fromAsync(readAll())).toEqual([]);
});

test('of twenty writes of one version at once one is stored', async () => {
  const before = await keep(contactRecord, aContact());
  const writes = Array.from({ length: 20 }, (_, n) =>
    store.save(changed(before, { firstName: `N${n}` }), by),
  );
  const outcomes = await Promise.allSettled(writes);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(new Set(lost)).toEqual(new Set(['version_conflict']));
  expect(await getItem(recordKey(acme, 'contact', contactId))).toMatchObject({ version: 2 });
});
