import { expect, test } from 'vitest';
import {
  type Catalogue,
  catalogueAfter,
  catalogueDating,
  inZone,
  mostSegments,
} from '../../../shared/segments/catalogue.ts';
import type { Segment } from '../../../shared/segments/segment.ts';
import { acme, monday } from '../../fixtures/ids.ts';

const later = '2026-11-17T08:00:00.000Z';
const aSegment = (over: Partial<Segment> = {}): Segment => ({
  id: 'sg_01K00000000000000000000001',
  workspaceId: acme,
  version: 1,
  createdAt: monday,
  updatedAt: monday,
  name: 'Leads',
  of: 'contact',
  condition: { lifecycle: 'lead' },
  ...over,
});
const one = { id: aSegment().id, condition: { lifecycle: 'lead' }, since: 1, definedAt: monday };
const catalogue = (segments: Catalogue['segments'] = [one]): Catalogue => ({
  version: 7,
  timeZone: 'UTC',
  segments,
  dates: [],
});
const birthday = { field: 'birthday', yearly: true, since: 3 };
const after = (before: Segment | undefined, next: Segment | undefined, of = catalogue()) =>
  catalogueAfter(of, { before, after: next }, 'UTC', later);

test('a new condition is one since the next version, and those beside it stay what they are', () => {
  const other = aSegment({ id: 'sg_2', condition: { score: 5 } });
  expect(after(undefined, other)).toEqual({
    ...catalogue([one, { id: 'sg_2', condition: { score: 5 }, since: 8, definedAt: later }]),
    version: 8,
  });
});

test('a condition that stays as it is, its names in whatever order, makes no look at anybody', () => {
  const condition = { $and: [{ lifecycle: 'lead', score: 5 }] };
  const same = { $and: [{ score: 5, lifecycle: 'lead' }] };
  expect(after(aSegment({ condition }), aSegment({ condition: same, name: 'Other' }))).toBeUndefined();
});

test('a segment that is deleted is in the next version no more', () => {
  expect(after(aSegment(), undefined)).toEqual({ ...catalogue([]), version: 8 });
});

test('a kind has at most fifty segments, whose conditions keep within what a look can read', () => {
  const full = catalogue(Array.from({ length: mostSegments }, (_, n) => ({ ...one, id: `sg_${n}` })));
  const tooMany = expect.objectContaining({ code: 'too_many_segments', status: 409 });
  expect(() => after(undefined, aSegment(), full)).toThrow(tooMany);
  expect(() => after(aSegment({ condition: { score: 1 } }), aSegment(), full)).toThrow(tooMany);
  const long = { company: { $in: Array.from({ length: 8 }, () => 'x'.repeat(490)) } };
  const big = catalogue(Array.from({ length: 16 }, (_, n) => ({ ...one, id: `sg_${n}`, condition: long })));
  expect(() => after(undefined, aSegment({ condition: long }), big)).toThrow(tooMany);
  expect(after(aSegment({ id: 'sg_0' }), undefined, full)?.segments).toHaveLength(mostSegments - 1);
});

test('by other days everybody is looked at again', () => {
  expect(inZone({ ...catalogue(), dates: [birthday] }, 'Europe/Berlin', later)).toEqual({
    version: 8,
    timeZone: 'Europe/Berlin',
    segments: [{ ...one, since: 8, definedAt: later }],
    dates: [{ field: 'birthday', yearly: true, since: 8 }],
  });
});

test('a date that a rule asks for is looked for from the next version on, once however many ask, and one that stays is not again', () => {
  const with3 = { ...catalogue(), dates: [birthday] };
  const closing = { field: 'closedAt', yearly: false };
  const next = catalogueDating(with3, [birthday, closing, closing], 'UTC');
  expect(next).toEqual({ ...with3, version: 8, dates: [birthday, { ...closing, since: 8 }] });
  expect(catalogueDating(with3, [{ field: 'birthday', yearly: true }], 'UTC')).toBeUndefined();
  expect(catalogueDating(with3, [], 'UTC')).toEqual({ ...catalogue(), version: 8 });
  expect(after(undefined, aSegment({ id: 'sg_2' }), with3)?.dates).toEqual([birthday]);
});
