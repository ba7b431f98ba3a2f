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
  /** When the next that is planned will have happened, and all of this is to be reckoned anew. */
  nextAt: z.iso.datetime().optional(),
});
export type ContactTouch = z.infer<typeof ContactTouch>;
export const touchSk = 'TOUCHED';
export const touchOf = (item: Item | undefined): ContactTouch =>
  item ? ContactTouch.parse(item) : { version: 0 };
/** The same for conditions. */
export function touchFacts({ record, borrowed }: Seen): Omit<ContactTouch, 'version' | 'nextAt'> {
  const { version: _, nextAt: __, ...touch } = touchOf(borrowed.get(nameOf({ pk: record.pk, sk: touchSk })));
  return touch;
}

type Happened = { kind: string; direction?: string | undefined; by: { kind: string } };
const ours = new Set(['call', 'meeting', 'email']);
/** Whether in an activity one of ours speaks, writes or meets with the contact. */
export const isTouch = ({ kind, direction, by }: Happened) =>
  ours.has(kind) &&
  (direction === 'outbound' || (direction === undefined && by.kind === 'user') || kind === 'meeting');
