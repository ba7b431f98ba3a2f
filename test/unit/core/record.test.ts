import { describe, expect, test } from 'vitest';
import {
  fieldChanges,
  nextVersion,
  recordCreated,
  recordKey,
  recordUpdated,
  timelineSk,
} from '../../../shared/core/record.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, globex, noon } from '../../fixtures/ids.ts';

describe('the changes of a record', () => {
  test('are the fields that differ, each before and after', () =>
    expect(fieldChanges({ a: 1, b: [1], c: 'x' }, { a: 2, b: [1], d: 'y' })).toEqual({
      a: { before: 1, after: 2 },
      c: { before: 'x', after: undefined },
      d: { before: undefined, after: 'y' },
    }));
  test('leave out version and moments, which change with every write', () => {
    const before = aContact();
    expect(fieldChanges(before, nextVersion(before, {}, noon))).toEqual({});
  });
  test('do not name a field for the order of its keys, which DynamoDB does not keep', () =>
    expect(
      fieldChanges({ custom: { a: 1, b: { c: 1, d: 2 } } }, { custom: { b: { d: 2, c: 1 }, a: 1 } }),
    ).toEqual({}));
  test('do name a list for its order', () =>
    expect(Object.keys(fieldChanges({ tags: ['a', 'b'] }, { tags: ['b', 'a'] }))).toEqual(['tags']));
  test('of a new record are none, of a deleted one all', () => {
    expect(fieldChanges(undefined, aContact())).toEqual({});
    expect(fieldChanges(aContact(), undefined)).toMatchObject({
      firstName: { before: 'Ada', after: undefined },
    });
  });
});

test('the next version is one on, at the moment of the write', () => {
  const before = aContact({ version: 4 });
  expect(nextVersion(before, { firstName: 'Ida' }, noon)).toEqual({
    ...before,
    firstName: 'Ida',
    version: 5,
    updatedAt: noon,
  });
});

test('a record of one workspace has no key in another', () =>
  expect(recordKey(acme, 'contact', 'ct_1').pk).not.toBe(recordKey(globex, 'contact', 'ct_1').pk));

test('a timeline sorts by moment, and before the record itself', () => {
  const keys = [
    timelineSk('2026-01-01T00:00:00.000Z', 'b'),
    timelineSk('2026-01-02T00:00:00.000Z', 'a'),
    'CONTACT',
  ];
  expect(keys.toSorted()).toEqual(keys);
});

test('events of a record are declared once, so that a write does not pay for it', () => {
  expect(recordCreated('contact')).toBe(recordCreated('contact'));
  expect(recordUpdated('deal').type).toBe('deal.updated');
  expect(recordUpdated('deal').pattern).toEqual({
    source: ['crm'],
    'detail-type': ['deal.updated'],
    detail: { version: [1] },
  });
});
