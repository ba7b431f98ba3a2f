import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { handler as companies } from '../../../functions/companies/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler } from '../../../functions/fields/api.ts';
import { companyRecordRoutes } from '../../../shared/companies/company-routes.ts';
import { createContactRoute, getContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { deleteFieldRoute, getFieldRoute, listFieldsRoute } from '../../../shared/fields/field-routes.ts';
import { catalogueOf } from '../../../shared/fields/field-store.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { aUser } from '../../fixtures/user.ts';
import { call } from '../../helpers/call.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';
import { faultsOf, fieldsWorld } from './fields-world.ts';

beforeAll(async () => {
  await useTable();
  await useSecret();
});
afterEach(() => void vi.useRealTimers());
/** Lets pass what a process may be late to know. */
const later = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
const requestsOf = ({ headers }: { headers: Record<string, string> }) =>
  Number(/requests=(\d+)/.exec(headers['rapport-capacity'] ?? '')?.[1]);
const options = [
  { value: 'basic', label: 'Basic' },
  { value: 'pro', label: 'Professional' },
];

describe('a field', () => {
  it('is listed by its kind in its order, at once, and read by its id', async () => {
    const { define, workspaceId } = await fieldsWorld();
    const first = await define({ key: 'size', type: 'number', order: 5 });
    expect(first).toMatchObject({ status: 201, body: { key: 'size', order: 5, version: 1 } });
    expect(first.body).not.toHaveProperty('workspaceId');
    await define({ key: 'plan', type: 'choice', options, order: 1 });
    await define({ key: 'site', type: 'link' });
    await define({ key: 'plan', type: 'text', of: 'company' });
    const list = (query: Record<string, string>) => call(handler, listFieldsRoute, { query, workspaceId });
    const keys = async (query: Record<string, string>) =>
      (await list(query)).body.items.map(({ of, key }) => `${of}.${key}`);
    expect(await keys({ of: 'contact' })).toEqual(['contact.plan', 'contact.size', 'contact.site']);
    expect(await keys({})).toEqual(['contact.plan', 'contact.size', 'contact.site', 'company.plan']);
    const params = { fieldId: first.body.id };
    expect((await call(handler, getFieldRoute, { params, workspaceId })).body).toEqual(first.body);
    expect(await call(handler, getFieldRoute, { params })).toMatchObject({ status: 404 });
  });

  it('has its key alone, in the archive too; two of a kind at the same moment are both made', async () => {
    const { define } = await fieldsWorld();
    const [plan] = await Promise.all(['plan', 'size', 'site'].map((key) => define({ key, type: 'text' })));
    expect(await define({ key: 'plan', type: 'date' })).toMatchObject({
      status: 409,
      body: { code: 'field_key_taken', existingId: plan?.body.id },
    });
    const twice = await Promise.all([1, 2].map(() => define({ key: 'twice', type: 'text' })));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    [{ type: 'text', options }, '/options not_of_type'],
    [{ type: 'choice' }, '/options required'],
    [{ type: 'choice', options: [options[0], options[0]] }, '/options/1/value option_twice'],
    [{ type: 'number', validation: { pattern: 'a' } }, '/validation/pattern not_of_type'],
    [{ type: 'number', validation: { min: 5, max: -5 } }, '/validation/min bounds_crossed'],
    [{ type: 'text', validation: { pattern: '(a+)+\\1' } }, '/validation/pattern pattern_invalid'],
    [{ type: 'number', default: 'a' }, '/default field_type'],
    [{ type: 'text', unique: true, default: 'a' }, '/default not_of_type'],
    [{ type: 'choice', options, unique: true }, '/unique not_of_type'],
    [{ type: 'text', key: 'Plan' }, '/key invalid_format'],
  ])('that makes no sense is refused with a pointer: %j', async (body, fault) => {
    const { define } = await fieldsWorld();
    const answer = await define({ key: 'plan', ...body });
    expect(answer.status).toBe(400);
    expect(faultsOf(answer)).toEqual([fault]);
  });

  it('never changes its key, kind, type or uniqueness, and moves on by version', async () => {
    const { define, change } = await fieldsWorld();
    const { body } = await define({ key: 'plan', type: 'text' });
    for (const part of [{ key: 'other' }, { type: 'date' }, { of: 'deal' }, { unique: true }])
      expect((await change(body.id, part)).status).toBe(400);
    expect((await change(body.id, { help: 'H' }, { headers: { 'if-match': '"7"' } })).status).toBe(412);
    expect(await change(body.id, { help: 'H' })).toMatchObject({
      status: 200,
      body: { version: 2, help: 'H' },
    });
  });

  it('is called in languages that there are, twenty at most, also by one patch after another', async () => {
    const { define, change, create } = await fieldsWorld();
    const { body } = await define({ key: 'plan', type: 'text' });
    const some = (from: string) =>
      Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`${from}-x${10 + n}`, 'Plan']));
    expect((await change(body.id, { labels: some('de') })).status).toBe(200);
    for (const labels of [{ en_US: 'Plan' }, some('fr')])
      expect((await change(body.id, { labels })).body.code).toBe('validation_failed');
    expect((await change(body.id, { labels: null })).status).toBe(200);
    expect((await create({ plan: 'a' })).status).toBe(201);
  });

  it('is one of twenty that are unique, and of 25 that name users, so that one transaction holds a record', async () => {
    const { define } = await fieldsWorld();
    for (const [kind, most] of [
      [{ type: 'text', unique: true }, 20],
      [{ type: 'user' }, 25],
    ] as const) {
      for (let n = 0; n < most; n++)
        expect((await define({ key: `${kind.type}${n}`, ...kind })).status).toBe(201);
      expect(await define({ key: 'more', ...kind })).toMatchObject({ body: { code: 'too_many_fields' } });
    }
  });

  it('is deleted from the archive alone; what records have of it they keep until it is cleared', async () => {
    const { define, change, create, patch, workspaceId } = await fieldsWorld();
    const { body: field } = await define({ key: 'size', type: 'number' });
    const { body: contact } = await create({ size: 3 });
    const remove = () => call(handler, deleteFieldRoute, { params: { fieldId: field.id }, workspaceId });
    expect(await remove()).toMatchObject({ status: 409, body: { code: 'field_not_archived' } });
    await change(field.id, { archived: true });
    later();
    expect(faultsOf(await create({ size: 4 }))).toEqual(['/custom/size field_archived']);
    expect(await patch(contact.id, { firstName: 'Ada' })).toMatchObject({ body: { custom: { size: 3 } } });
    expect((await remove()).status).toBe(204);
    later();
    expect(await patch(contact.id, { custom: { size: 'any' } })).toMatchObject({ status: 200 });
    expect((await define({ key: 'size', type: 'date' })).status).toBe(201);
  });

  it('keeps its values right when it and its options are renamed', async () => {
    const { define, change, create, patch, workspaceId } = await fieldsWorld();
    const { body: field } = await define({ key: 'plan', type: 'choice', options });
    const { body: contact } = await create({ plan: 'pro' });
    const renamed = options.map((one) => ({ ...one, label: `${one.label} (old)` }));
    await change(field.id, { label: 'Tariff', labels: { de: 'Tarif' }, options: renamed });
    later();
    expect((await patch(contact.id, { jobTitle: 'Head' })).body.custom).toEqual({ plan: 'pro' });
    expect((await create({ plan: 'pro' })).status).toBe(201);
    expect((await catalogueOf(workspaceId, 'contact')).fields).toMatchObject([
      { key: 'plan', label: 'Tariff', labels: { de: 'Tarif' } },
    ]);
  });
});

describe('a record', () => {
  it('is held to a field that was added a moment ago, whoever knew the fields before', async () => {
    const { define, create } = await fieldsWorld();
    expect((await create({ size: 'large' })).status).toBe(201); // the process knows the fields now
    await define({ key: 'size', type: 'number' });
    expect(faultsOf(await create({ size: 'large' }))).toEqual(['/custom/size field_type']);
    expect((await create({ size: 3 })).status).toBe(201);
  });

  it('gets defaults, and is told each fault with a pointer; nothing is stored then', async () => {
    const { define, create } = await fieldsWorld();
    await define({ key: 'plan', type: 'choice', options, default: 'basic' });
    await define({ key: 'size', type: 'number', required: true, validation: { min: 1 } });
    expect(faultsOf(await create({ plan: 'gold' }))).toEqual([
      '/custom/plan field_option_unknown',
      '/custom/size field_required',
    ]);
    const { body } = await create({ size: 2 });
    expect(body.custom).toEqual({ plan: 'basic', size: 2 });
  });

  it('is held to its fields in a patch; what it lacks of a later rule blocks no other change', async () => {
    const { define, create, patch } = await fieldsWorld();
    const { body: old } = await create({});
    await define({ key: 'price', type: 'money', required: true });
    expect((await patch(old.id, { firstName: 'Ada' })).status).toBe(200);
    expect((await patch(old.id, { custom: { price: { amountCents: 100, currency: 'EUR' } } })).status).toBe(
      200,
    );
    const half = await patch(old.id, { custom: { price: { amountCents: 250 } } });
    expect(half.body.custom).toEqual({ price: { amountCents: 250, currency: 'EUR' } });
    expect(faultsOf(await patch(old.id, { custom: { price: { currency: null } } }))).toEqual([
      '/custom/price field_type',
    ]);
    expect(faultsOf(await patch(old.id, { custom: { price: null } }))).toEqual([
      '/custom/price field_required',
    ]);
  });

  it('costs no request more for its fields, made or changed, once the process knows them', async () => {
    const { define, create, patch } = await fieldsWorld();
    await define({ key: 'size', type: 'number', unique: true });
    await create({ size: 1 });
    const made = await create({ size: 2 });
    const changed = await patch(made.body.id, { custom: { size: 3 } });
    expect([made, changed].map(requestsOf)).toEqual([1, 3]); // one of them reads the score, which lies beside the contact
  });

  it('takes no undeclared names where the workspace refuses them, and keeps those that it has', async () => {
    const { define, create } = await fieldsWorld({ undeclaredFields: 'refuse' });
    await define({ key: 'size', type: 'number' });
    expect(faultsOf(await create({ size: 1, colour: 'red' }))).toEqual(['/custom/colour field_unknown']);
    expect((await create({ size: 1 })).status).toBe(201);
  });

  it('has a unique value alone, among records of its kind, however it is spelled, until it gives it up', async () => {
    const { define, create, patch, workspaceId } = await fieldsWorld();
    await define({ key: 'code', type: 'text', unique: true });
    await define({ key: 'code', type: 'text', unique: true, of: 'company' });
    const many = await Promise.all([1, 2, 3].map((n) => create({ code: n === 2 ? ' ab-1' : 'AB-1' })));
    const [made] = many.filter(({ status }) => status === 201);
    expect(many.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const refused = many.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'field_value_taken', existingId: made?.body.id });
    expect(faultsOf(refused as never)).toEqual(['/custom/code field_value_taken']);
    const company = { body: { name: 'Acme', custom: { code: 'AB-1' } }, workspaceId };
    expect((await call(companies, companyRecordRoutes.create, company)).status).toBe(201);
    expect(made?.body).not.toHaveProperty('customKeys');
    await patch(made?.body.id as string, { custom: { code: 'AB-2' } });
    expect((await create({ code: 'AB-1' })).status).toBe(201);
    const params = { contactId: made?.body.id as string };
    const page = await call(contacts, getContactRoute, { params, workspaceId });
    expect(JSON.stringify(page.body)).not.toContain('customKeys');
  });

  it('names users who are here alone', async () => {
    const { define, create, workspaceId } = await fieldsWorld();
    await define({ key: 'buddy', type: 'user' });
    const here = newId('user');
    await keep(userRecord, aUser({ id: here, workspaceId, email: `${here}@acme.test` }));
    expect((await create({ buddy: here })).status).toBe(201);
    expect(faultsOf(await create({ buddy: newId('user') }))).toEqual(['/custom/buddy reference_unknown']);
  });

  it('may name one user in several fields, and be theirs besides', async () => {
    const { define, patch, workspaceId } = await fieldsWorld();
    for (const key of ['buddy', 'coach']) await define({ key, type: 'user' });
    const ownerId = newId('user');
    await keep(userRecord, aUser({ id: ownerId, workspaceId, email: `${ownerId}@acme.test` }));
    const body = { ownerId, custom: { buddy: ownerId, coach: ownerId } };
    const made = await call(contacts, createContactRoute, { body, workspaceId });
    expect(made).toMatchObject({ status: 201, body });
    const gone = newId('user');
    const given = { ownerId: gone, custom: { buddy: gone } };
    expect(faultsOf(await patch(made.body.id, given))).toEqual(['/ownerId reference_unknown']);
  });
});

it('a person with the permission alone defines fields', async () => {
  const { define } = await fieldsWorld();
  expect((await define({ key: 'x', type: 'text' }, { role: 'rep' })).status).toBe(403);
});
