import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { newId } from '../core/ids.ts';
import { endOfDay, localDate } from '../core/local-day.ts';
import { defineRecord, type Kept, recordBase } from '../core/record.ts';
import { checkedKinds, checkNames } from './checks.ts';

export const CheckCounts = z.object({
  records: z.int().describe('How many there are.'),
  faulty: z.int().describe('In how many of them a check found something.'),
  duplicates: z.int().optional().describe('Pairs that may be one (`GET /v1/duplicates`).'),
  found: z.partialRecord(z.enum(checkNames), z.int()).describe('By check, in how many it found something.'),
});
export type CheckCounts = z.infer<typeof CheckCounts>;
export const Grades = z.object({
  grade: z
    .number()
    .describe(
      'From 0 to 100 with one decimal: which share of the records no check found anything in; a pair of duplicates counts as one record that is wrong. 100 where there are no records.',
    ),
  kinds: z.partialRecord(z.enum(checkedKinds), CheckCounts),
});
/** How good a workspace's data was at a moment. */
export const Grade = z.object({
  ...recordBase('grade'),
  ...Grades.shape,
  cause: z.enum(['schedule', 'request']).describe('`schedule`: the turn of a month.'),
});
export type Grade = z.infer<typeof Grade>;
export const gradeRecord = defineRecord('grade', Grade);
export const GradeBody = Grade.omit({ workspaceId: true, version: true, updatedAt: true });

/** The grade that follows from what was counted. */
export function gradeOf(counted: readonly CheckCounts[]): number {
  const sum = (of: (one: CheckCounts) => number) => counted.reduce((total, one) => total + of(one), 0);
  const records = sum((one) => one.records);
  if (records === 0) return 100;
  const wrong = Math.min(
    records,
    sum(({ faulty, duplicates = 0 }) => faulty + duplicates),
  );
  return Math.floor((1000 * (records - wrong)) / records) / 10;
}

export function makeGrade(
  kinds: Grade['kinds'],
  cause: Grade['cause'],
  { actor, now }: Context,
): Kept<Grade> {
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const grade = gradeOf(Object.values(kinds));
  return {
    of: gradeRecord,
    before: undefined,
    after: { ...base, id: newId('grade', now), grade, kinds, cause },
    events: [],
  };
}

/** The moment (ISO 8601 UTC) at which the month that a moment lies in is over, in an IANA time zone. */
export function monthOver(at: string, timeZone: string): string {
  const [year = 0, month = 1] = localDate(at, timeZone).split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0));
  return endOfDay(last.toISOString().slice(0, 10), timeZone);
}

const surelyPastMs = 36 * 3_600_000; // no two zones are further apart
/** The turn of a month (ISO 8601 UTC) after the one that was due: also where the time zone was another when that was reckoned. */
export function turnAfter(due: string, now: string, timeZone: string): string {
  const later = due > now ? due : now;
  return monthOver(new Date(Date.parse(later) + surelyPastMs).toISOString(), timeZone);
}
