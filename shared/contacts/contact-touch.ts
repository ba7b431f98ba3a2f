import * as z from 'zod';
import { type Item, nameOf, type Seen } from '../core/projection.ts';
import { FirstAnswer } from './first-answer.ts';

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
  answer: FirstAnswer.optional(),
  /** By which reckoning it was reckoned; what an older one wrote lacks something. */
  definition: z.int().default(1),
});
export type ContactTouch = z.infer<typeof ContactTouch>;
export const touchSk = 'TOUCHED';
export const touchDefinition = 2;
export const touchOf = (item: Item | undefined): ContactTouch =>
  item ? ContactTouch.parse(item) : { version: 0, definition: touchDefinition };
/** The same for conditions. */
export function touchFacts({
  record,
  borrowed,
}: Seen): Pick<ContactTouch, 'lastActivityAt' | 'lastTouchedAt'> {
  const touch = touchOf(borrowed.get(nameOf({ pk: record.pk, sk: touchSk })));
  return ContactTouch.pick({ lastActivityAt: true, lastTouchedAt: true }).parse(touch);
}

type Happened = { kind: string; direction?: string | undefined; by: { kind: string } };
const ours = new Set(['call', 'meeting', 'email']);
/** Whether in an activity one of ours speaks, writes or meets with the contact. */
export const isTouch = ({ kind, direction, by }: Happened) =>
  ours.has(kind) &&
  (direction === 'outbound' || (direction === undefined && by.kind === 'user') || kind === 'meeting');
