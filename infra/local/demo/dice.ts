import { createHash } from 'node:crypto';
import { faker } from '@faker-js/faker/locale/de';
import { allRights, type Context, systemContext } from '../../../shared/core/actor.ts';
import { digitsOf } from '../../../shared/core/derived-id.ts';
import { type IdKind, newId } from '../../../shared/core/ids.ts';
import { acme } from './users.ts';

const dayMs = 86_400_000;

/** An id that is the same in every run: the moment, and characters made of a name instead of chance. */
export function idFor(kind: IdKind, at: string, name: string): string {
  const digest = createHash('sha256').update(`${kind} ${name}`).digest();
  return newId(kind, at).slice(0, -16) + digitsOf(digest, 16);
}

export const daysBefore = (at: string, days: number) => new Date(Date.parse(at) - days * dayMs).toISOString();
/** Moments are written alike, so they compare as text. */
export const later = (a: string, b: string) => [a, b].sort()[1] as string;
export const dateOf = (at: string) => at.slice(0, 10);

/** So many days before, at a time at which people work; a weekend's moment is Friday's, but in the last days. */
export function workingMoment(anchor: string, daysAgo: number): string {
  const moment = new Date(Date.parse(anchor) - daysAgo * dayMs);
  if (daysAgo < 1) return moment.toISOString();
  moment.setUTCHours(7 + faker.number.int(9), faker.number.int(59), faker.number.int(59), 0);
  const beyondFriday = (moment.getUTCDay() + 1) % 7; // Saturday 0, Sunday 1
  if (daysAgo > 12 && beyondFriday < 2) moment.setTime(moment.getTime() - (beyondFriday + 1) * dayMs);
  return moment.toISOString();
}

export const someDays = (from: number, to: number) => faker.number.float({ min: from, max: to });
export const oneOf = <T>(all: readonly T[]): T => faker.helpers.arrayElement(all);
export const chance = (probability: number) => faker.datatype.boolean({ probability });

/** A user of Acme doing something at a moment. */
export const asUser = (id: string, now: string): Context => ({
  actor: { kind: 'user', workspaceId: acme.id, id, permissions: [], rights: allRights },
  now,
  cause: 'demo',
});
/** The mail-in of Acme. */
export const asMail = (id: string, now: string): Context => systemContext(acme.id, 'mail', id, now, 'demo');
export const asForm = (id: string, now: string): Context => systemContext(acme.id, 'form', id, now, 'demo');
