import * as z from 'zod';
import type { Condition } from '../conditions/condition.ts';
import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import type { Item, Key } from '../core/projection.ts';
import { type Change, workspacePk } from '../core/record.ts';
import { type Segment, tooManySegments } from './segment.ts';
import type { SegmentKind } from './segment-kinds.ts';

export const mostSegments = 50;
/** Every look at a record reads all of its kind's definitions. */
const mostBytes = 64_000;

const Definition = z.object({
  id: z.string(),
  condition: z.custom<Condition>(), // checked when it was given: every look at a record reads all of them
  /** The catalogue's version, and the moment, at which it became what it is. */
  since: z.int(),
  definedAt: z.string(),
});
const Dated = z.object({
  /** The field's path. */
  field: z.string(),
  /** By month and day alone, as birthdays come. */
  yearly: z.boolean(),
  since: z.int(),
});
/** A field by whose days a kind's records are found, because a live rule asks for them. */
export type Dated = z.infer<typeof Dated>;
/** All that a kind's records are looked at by, in one item: a record's projection borrows it, and nothing else of segments or rules. */
export const Catalogue = z.object({
  version: z.int(),
  /** By which days begin and end. */
  timeZone: z.string(),
  segments: z.array(Definition),
  dates: z.array(Dated).default([]),
});
export type Catalogue = z.infer<typeof Catalogue>;

const cataloguePk = (workspaceId: string, kind: SegmentKind) =>
  `${workspacePk(workspaceId)}#SEGMENTS#${kind.toUpperCase()}`;
/** SEGMENT-3: what a kind's projections borrow. */
export const catalogueKey = (workspaceId: string, kind: SegmentKind): Key => ({
  pk: cataloguePk(workspaceId, kind),
  sk: 'SEGMENTS',
});
/** SEGMENT-4: up to which of the catalogue's versions all records of the kind have been looked at. */
export const walkedKey = (workspaceId: string, kind: SegmentKind): Key => ({
  pk: cataloguePk(workspaceId, kind),
  sk: 'WALKED',
});
export type Walked = { version: number; at: string };
export const walkedOf = (item: Item | undefined): Walked =>
  item ? { version: Number(item.version), at: String(item.at) } : { version: 0, at: '' };
export const catalogueOf = (item: Item | undefined): Catalogue =>
  item ? Catalogue.parse(item) : { version: 0, timeZone: 'UTC', segments: [], dates: [] };

/** Throws 409 `segment_exists` where a segment of the kind asks for the same. */
export function assertAsksAnew({ segments }: Catalogue, condition: Condition): void {
  if (segments.some((one) => canonical(one.condition) === canonical(condition)))
    throw new AppError('conflict', 'segment_exists', 'A segment of this kind has this very condition.');
}

/**
 * The catalogue as a change of a segment leaves it; undefined where the change leaves its condition as it is. Throws 409
 * `too_many_segments`.
 */
export function catalogueAfter(
  catalogue: Catalogue,
  { before, after }: Pick<Change<Segment>, 'before' | 'after'>,
  timeZone: string,
  now: string,
): Catalogue | undefined {
  if (before && after && canonical(before.condition) === canonical(after.condition)) return undefined;
  const version = catalogue.version + 1;
  const id = (after ?? before)?.id;
  const others = catalogue.segments.filter((one) => one.id !== id);
  const own = after ? [{ id: after.id, condition: after.condition, since: version, definedAt: now }] : [];
  const next = { ...catalogue, version, timeZone, segments: [...others, ...own] };
  if (!after) return next;
  if (next.segments.length > mostSegments)
    throw tooManySegments(`There are at most ${mostSegments} segments of a kind of record.`);
  if (Buffer.byteLength(JSON.stringify(next.segments)) > mostBytes)
    throw tooManySegments(`The conditions of a kind's segments have at most ${mostBytes} bytes in all.`);
  return next;
}

/** The same definitions by other days: all of them are to be looked at again. */
export const inZone = (
  { version, segments, dates }: Catalogue,
  timeZone: string,
  now: string,
): Catalogue => ({
  version: version + 1,
  timeZone,
  segments: segments.map((one) => ({ ...one, since: version + 1, definedAt: now })),
  dates: dates.map((one) => ({ ...one, since: version + 1 })),
});

/** The catalogue by whose dates these fields are; undefined where it is so already. A field that stays is not looked at again. */
export function catalogueDating(
  catalogue: Catalogue,
  wanted: readonly Pick<Dated, 'field' | 'yearly'>[],
  timeZone: string,
): Catalogue | undefined {
  const version = catalogue.version + 1;
  const isSame = (a: Pick<Dated, 'field' | 'yearly'>) => (b: Pick<Dated, 'field' | 'yearly'>) =>
    a.field === b.field && a.yearly === b.yearly;
  const distinct = wanted.filter((one, n) => wanted.findIndex(isSame(one)) === n);
  const dates = distinct.map(
    (one): Dated =>
      catalogue.dates.find(isSame(one)) ?? { field: one.field, yearly: one.yearly, since: version },
  );
  const isKept = dates.length === catalogue.dates.length && dates.every(({ since }) => since < version);
  return isKept ? undefined : { ...catalogue, version, timeZone, dates };
}
