import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import type { Condition } from '../../../shared/conditions/condition.ts';
import { duePk, dueShards, dueUntil } from '../../../shared/core/due.ts';
import type { IdKind } from '../../../shared/core/ids.ts';
import type { Item, Key } from '../../../shared/core/projection.ts';
import { recordKey, workspacePk } from '../../../shared/core/record.ts';
import { ownerPk } from '../../../shared/core/scoped-list.ts';
import { db, queryItems, tableName } from '../../../shared/platform/dynamo.ts';
import { readCounters } from '../../../shared/platform/projection-store.ts';
import { catalogueKey } from '../../../shared/segments/catalogue.ts';
import { memberCounters, membersPk } from '../../../shared/segments/segment-part.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, ben } from '../../fixtures/ids.ts';

const hourMs = 3_600_000;
const begin = Date.parse('2026-11-20T22:00:00.000Z');
const instant = (ms: number) => new Date(ms).toISOString();
const of = (prefix: string, n: number) => `${prefix}_01K${String(n).padStart(23, '0')}`;
const contactKey = (n: number) => recordKey(acme, 'contact', of('ct', n));
const segmentId = (n: number) => of('sg', n);

type Kept = { id: string; ownerId?: string; lifecycle: string; lastOrderAt?: string };
const age = ({ lastOrderAt = '' }: Kept, now: number) => now - Date.parse(lastOrderAt);
const dayOf = (ms: number) => instant(ms + hourMs).slice(0, 10); // Berlin's in winter
/** Conditions, each with what it means, said once more without the language. */
const conditions: { condition: Condition; means: (record: Kept, now: number) => boolean }[] = [
  { condition: { lifecycle: 'lead' }, means: ({ lifecycle }) => lifecycle === 'lead' },
  { condition: { lastOrderAt: { $before: '-1d' } }, means: (one, now) => age(one, now) > 24 * hourMs },
  {
    condition: { $or: [{ lifecycle: 'customer' }, { lastOrderAt: { $exists: false } }] },
    means: ({ lifecycle, lastOrderAt }) => lifecycle === 'customer' || lastOrderAt === undefined,
  },
  {
    condition: { lastOrderAt: { $within: '-12h' } },
    means: (one, now) => age(one, now) >= 0 && age(one, now) <= 12 * hourMs,
  },
  {
    condition: { lifecycle: { $ne: 'lead' }, lastOrderAt: 'today' },
    means: (one, now) =>
      one.lifecycle !== 'lead' &&
      one.lastOrderAt !== undefined &&
      dayOf(Date.parse(one.lastOrderAt)) === dayOf(now),
  },
];

export type SegmentStep =
  | { to: 'contact'; n: number; lifecycle: string; hour: number | undefined; ownerId: string | undefined }
  | { to: 'nothing'; n: number }
  | { to: 'definition'; n: number; condition: number }
  | { to: 'no definition'; n: number }
  | { to: 'clock'; hours: number };
const n = fc.nat({ max: 2 });
const to = <K extends SegmentStep['to']>(kind: K) => fc.constant(kind);
const contactStep = fc.record({
  to: to('contact'),
  n,
  lifecycle: fc.constantFrom('lead', 'customer'),
  hour: fc.option(fc.integer({ min: -40, max: 12 }), { nil: undefined, freq: 5 }),
  ownerId: fc.constantFrom(undefined, ann, ben),
});
const definitionStep = fc.record({
  to: to('definition'),
  n,
  condition: fc.nat({ max: conditions.length - 1 }),
});
const clockStep = fc.record({ to: to('clock'), hours: fc.integer({ min: 1, max: 20 }) });
const anyStep: fc.Arbitrary<SegmentStep> = fc.oneof(
  { weight: 6, arbitrary: contactStep },
  { weight: 2, arbitrary: fc.record({ to: to('nothing'), n }) },
  { weight: 5, arbitrary: definitionStep },
  { weight: 2, arbitrary: fc.record({ to: to('no definition'), n }) },
  { weight: 4, arbitrary: clockStep },
);
/** Any steps, between records with segments and a going on of the time behind the last of them. */
export const segmentSteps = (maxLength: number): fc.Arbitrary<SegmentStep[]> =>
  fc
    .tuple(
      fc.array(contactStep, { minLength: 1, maxLength: 3 }),
      fc.array(definitionStep, { minLength: 1, maxLength: 3 }),
      fc.array(anyStep, { maxLength }),
      clockStep,
    )
    .map(([contacts, definitions, steps, clock]) => [...contacts, ...definitions, ...steps, clock]);

const put = (Item: Item) => db.send(new PutCommand({ TableName: tableName(), Item }));
async function idsIn(pk: string): Promise<string[]> {
  const { items } = await queryItems({ pk, limit: 100, consistent: true });
  return items.map(({ id }) => String(id));
}

/** Contacts, definitions and the time, in the table and remembered; each step answers the keys that are then looked at. */
export function segmentWorld() {
  let now = begin;
  const versions = new Map<string, number>();
  const records = new Map<number, Kept>();
  const definitions = new Map<number, number>();
  const next = (name: string) => {
    const version = (versions.get(name) ?? 0) + 1;
    versions.set(name, version);
    return version;
  };

  async function putCatalogue(): Promise<Key[]> {
    const version = next('catalogue');
    const segments = [...definitions].map(([one, which]) => ({
      id: segmentId(one),
      condition: conditions[which]?.condition,
      since: version,
      definedAt: instant(now),
    }));
    await put({ ...catalogueKey(acme, 'contact'), version, timeZone: 'Europe/Berlin', segments });
    const listed = await idsIn(`${workspacePk(acme)}#LIST#CONTACT`); // as the walk finds them
    return listed.map((id) => recordKey(acme, 'contact', id));
  }

  /** As the sweep finds them. */
  async function dueNow(): Promise<Key[]> {
    const shards = Array.from({ length: dueShards }, (_, shard) =>
      queryItems({ pk: duePk(shard), to: dueUntil(instant(now)), limit: 100 }),
    );
    const entries = (await Promise.all(shards)).flatMap(({ items }) => items);
    return entries.map((entry) => recordKey(acme, entry.of as IdKind, String(entry.id)));
  }

  async function putContact({ n, lifecycle, hour, ownerId }: Extract<SegmentStep, { to: 'contact' }>) {
    const key = contactKey(n);
    const lastOrderAt = hour === undefined ? undefined : instant(begin + hour * hourMs);
    const kept = { id: of('ct', n), lifecycle, ownerId, lastOrderAt } as Kept;
    records.set(n, kept);
    const version = next(key.pk);
    await put({ ...aContact({ id: kept.id, ownerId, version }), lifecycle, lastOrderAt, ...key } as Item);
    return [key];
  }
  async function removeContact(n: number): Promise<Key[]> {
    const { pk, sk } = contactKey(n);
    records.delete(n);
    await db.send(new DeleteCommand({ TableName: tableName(), Key: { pk, sk } }));
    return [{ pk, sk }];
  }

  const write = async (step: SegmentStep): Promise<Key[]> => {
    switch (step.to) {
      case 'clock':
        now += step.hours * hourMs;
        return dueNow();
      case 'definition':
        definitions.set(step.n, step.condition);
        return putCatalogue();
      case 'no definition':
        definitions.delete(step.n);
        return putCatalogue();
      case 'nothing':
        return removeContact(step.n);
      default:
        return putContact(step);
    }
  };

  /** Who should be in a segment now, by what the records say. */
  function expected(one: number, ownerId?: string): string[] {
    const which = definitions.get(one);
    const means = which === undefined ? undefined : conditions[which]?.means;
    return [...records.values()]
      .filter((record) => means?.(record, now) && (ownerId === undefined || record.ownerId === ownerId))
      .map(({ id }) => id)
      .sort();
  }
  /** Who should be in it and who is, of everybody's and of Ann's, and how many are counted. */
  async function compared(one: number) {
    const base = membersPk(acme, segmentId(one));
    const group = memberCounters(acme, segmentId(one));
    const [all, anns, { count = 0 }, { count: annsCount = 0 }] = await Promise.all([
      idsIn(base),
      idsIn(ownerPk(base, ann)),
      readCounters(group),
      readCounters(ownerPk(group, ann)),
    ]);
    const is = { all: all.sort(), anns: anns.sort(), count, annsCount };
    const [wanted, wantedAnns] = [expected(one), expected(one, ann)];
    const should = { all: wanted, anns: wantedAnns, count: wanted.length, annsCount: wantedAnns.length };
    return { is, should };
  }
  return { write, dueNow, compared, clock: () => new Date(now) };
}
