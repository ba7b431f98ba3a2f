import { expect, test } from 'vitest';
import type { FieldDef } from '../../../web/console/src/fields/field-def.ts';
import { editJob, type Job, tagJob } from '../../../web/console/src/screens/lists/bulk/job.ts';

const record = (more: Record<string, unknown>) => ({
  id: 'ct_1',
  version: 3,
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
  ...more,
});
const changeOf = (job: Job, more: Record<string, unknown>) =>
  job.kind === 'update' ? job.change(record(more)) : undefined;
const field = (more: Partial<FieldDef>): FieldDef => ({
  kind: 'deal',
  name: 'lostReason',
  label: 'Reason',
  type: 'text',
  isReadOnly: false,
  isHidden: false,
  isOnlyAsked: false,
  filters: [],
  ...more,
});

test('a tag comes to those of the record and takes none of them away, in any spelling only once', () => {
  const add = tagJob(['VIP', 'fair'], 'add');
  expect(changeOf(add, { tags: ['gold'] })).toEqual({ tags: ['gold', 'VIP', 'fair'] });
  expect(changeOf(add, { tags: ['vip', 'Fair'] })).toBeUndefined();
  expect(changeOf(add, {})).toEqual({ tags: ['VIP', 'fair'] });
});

test('a tag that is taken out leaves the others, and records without it are not written', () => {
  const remove = tagJob(['vip'], 'remove');
  expect(changeOf(remove, { tags: ['VIP', 'gold'] })).toEqual({ tags: ['gold'] });
  expect(changeOf(remove, { tags: ['gold'] })).toBeUndefined();
});

test('a record that has the value already is not written', () => {
  const assign = editJob(field({ name: 'ownerId', type: 'user' }), 'us_1');
  expect(changeOf(assign, { ownerId: 'us_1' })).toBeUndefined();
  expect(changeOf(assign, { ownerId: 'us_2' })).toEqual({ ownerId: 'us_1' });
});

test('what is left empty is cleared, and money is written with its currency', () => {
  expect(changeOf(editJob(field({}), undefined), { lostReason: 'price' })).toEqual({ lostReason: null });
  const amount = field({ name: 'amountCents', type: 'money', currencyIn: 'currency' });
  const job = editJob(amount, { amountCents: 500, currency: 'EUR' });
  expect(changeOf(job, { amountCents: 400, currency: 'EUR' })).toEqual({ amountCents: 500, currency: 'EUR' });
  expect(job).toMatchObject({ fields: ['amountCents', 'currency'] });
  expect(changeOf(editJob(field({ name: 'custom.floor' }), '3'), {})).toEqual({ custom: { floor: '3' } });
});
