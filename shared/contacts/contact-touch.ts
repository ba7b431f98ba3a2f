import * as z from 'zod';
import { type Item, nameOf, type Seen } from '../core/projection.ts';

/**
 * What last happened with a contact, beside the contact rather than in it: a mail that comes in while somebody edits the contact
 * fails no If-Match. `version` counts its writes.
 */
const ContactTouch = z.object({
  version: z.int(),
  /** When the last activity of any kind happened. */
  lastActivityAt: z.iso.datetime().optional(),
  /** When one of ours last spoke, wrote or met with them. */
  lastTouchedAt: z.iso.datetime().optional(),
});
export type ContactTouch = z.infer<typeof ContactTouch>;
export const touchSk = 'TOUCHED';
export const touchOf = (item: Item | undefined): ContactTouch =>
  item ? ContactTouch.parse(item) : { version: 0 };
/** The same for conditions. */
export function touchFacts({ record, borrowed }: Seen): Omit<ContactTouch, 'version'> {
  const { version: _, ...touch } = touchOf(borrowed.get(nameOf({ pk: record.pk, sk: touchSk })));
  return touch;
}

type Happened = { at: string; kind: string; direction?: string | undefined; by: { kind: string } };
const ours = new Set(['call', 'meeting', 'email']);
const isOurs = ({ kind, direction, by }: Happened) =>
  ours.has(kind) &&
  (direction === 'outbound' || (direction === undefined && by.kind === 'user') || kind === 'meeting');

/** What activities, the newest first, say at a moment (ISO 8601): what is planned has not happened. */
export function touchFrom(activities: readonly Happened[], now: string): Omit<ContactTouch, 'version'> {
  const past = activities.filter(({ at }) => at <= now);
  const [lastActivityAt, lastTouchedAt] = [past[0]?.at, past.find(isOurs)?.at];
  return { ...(lastActivityAt && { lastActivityAt }), ...(lastTouchedAt && { lastTouchedAt }) };
}
