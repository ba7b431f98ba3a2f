import * as z from 'zod';
import {
  type Activity,
  ActivityBody,
  activityRecord,
  Direction,
  logActivity,
  mostTextLength,
} from '../activities/activity.ts';
import { type Contact, ContactBody } from '../contacts/contact.ts';
import type { Context } from '../core/actor.ts';
import { invalidField } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import { Instant } from '../core/instant.ts';
import { type Kept, nextVersion } from '../core/record.ts';
import { type Veil, veiled } from '../core/veil.ts';

const Outcome = z.enum(['answered', 'missed', 'voicemail', 'busy', 'failed']);
/** As telephony says it → as an activity does. */
const outcomes = {
  answered: 'connected',
  missed: 'no_answer',
  voicemail: 'voicemail',
  busy: 'busy',
  failed: 'failed',
} as const;

const number = z.string().trim().min(1).max(40);
export const NewCall = z.strictObject({
  externalId: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('Your own name for the call. Reported again (ringing, then ended) it is one activity.'),
  direction: Direction,
  from: number.describe('As dialled or shown; without a country code it is of the workspace’s country.'),
  to: number,
  startedAt: Instant,
  endedAt: Instant.optional(),
  durationSeconds: z.int().min(0).max(86_400).optional().describe('Spoken, where you know it.'),
  outcome: Outcome.optional().describe('None while it rings or is spoken.'),
  agent: z
    .union([idOf('user'), z.email().max(254)])
    .optional()
    .describe('The colleague: a user’s id, or their address (left out where nobody has it).'),
  recordingUrl: z.httpUrl().max(2000).optional(),
  note: z.string().max(mostTextLength).optional(),
  contactId: idOf('contact').optional().describe('Whose call it is, where you know better than the number.'),
  createContact: z
    .boolean()
    .optional()
    .describe(
      'Whether a number that nobody has becomes a lead: yes for who calls in, no for who is called, where it is left out.',
    ),
});
export type NewCall = z.infer<typeof NewCall>;

const Caller = ContactBody.pick({ id: true, company: true, lifecycle: true, ownerId: true })
  .partial({ company: true, lifecycle: true })
  .extend({ displayName: z.string() });
export const CallAnswer = z.object({
  activity: ActivityBody,
  contact: Caller,
  matched: z.boolean().describe('Whether the contact was there before; a new lead was not.'),
  ambiguous: z
    .boolean()
    .describe('Several contacts have the number: it is logged with the first of `candidates`.'),
  candidates: z
    .array(Caller)
    .describe('Everybody in reach who has the number, whoever was changed last first; at most 100.'),
  deals: z
    .array(z.object({ id: z.string(), name: z.string(), stageId: z.string() }))
    .describe('The contact’s open deals in reach, newest first; at most 20.'),
  open: z.string().describe('What to show, in the console.'),
});
export type CallAnswer = z.input<typeof CallAnswer>;

/** A name to show beside a number that is known; never an address, which may be hidden. */
export const callerOf = (contact: Contact, phone: string): z.input<typeof Caller> => ({
  id: contact.id,
  displayName: [contact.firstName, contact.lastName].filter(Boolean).join(' ') || phone,
  company: contact.company,
  lifecycle: contact.lifecycle,
  ownerId: contact.ownerId,
});

type Shown = { contact: { ownerId?: string }; candidates: { ownerId?: string }[] };
export const veilCall: Veil = (who, answer: Shown) => ({
  ...answer,
  contact: veiled(who, 'contact', answer.contact),
  candidates: answer.candidates.map((one) => veiled(who, 'contact', one)),
});

/** Both numbers, in E.164 where they are any; `theirs` is the other side's. */
export type Numbers = { from: string | undefined; to: string | undefined };
export const theirs = ({ direction }: NewCall, { from, to }: Numbers) =>
  direction === 'inbound' ? from : to;

function durationMs({ startedAt, endedAt, durationSeconds, outcome }: NewCall): number | undefined {
  if (endedAt !== undefined && endedAt < startedAt)
    throw invalidField('/endedAt', 'out_of_range', 'A call ends after it has begun.');
  if (durationSeconds !== undefined) return durationSeconds * 1000;
  // Without a word on it, what was answered was spoken from beginning to end.
  return outcome === 'answered' && endedAt ? Date.parse(endedAt) - Date.parse(startedAt) : undefined;
}

const defined = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

function detailsOf(call: NewCall, { from, to }: Numbers, agentId: string | undefined) {
  const { direction, endedAt, outcome, recordingUrl, externalId } = call;
  return defined({
    direction,
    from: from ?? call.from,
    to: to ?? call.to,
    endedAt,
    durationMs: durationMs(call),
    outcome: outcome && outcomes[outcome],
    agentId,
    recordingUrl,
    externalId,
  });
}

/** The call as an activity of a contact. Throws `validation_failed`. */
export function logCall(
  call: NewCall,
  numbers: Numbers,
  contactId: string,
  agentId: string | undefined,
  by: Context,
): Kept<Activity> {
  const { direction, startedAt, note } = call;
  const details = detailsOf(call, numbers, agentId);
  return logActivity(
    { kind: 'call', contactId, at: startedAt, direction, ...(note && { text: note }), call: details },
    by,
  );
}

/**
 * A call that is reported again: what is said now counts, what is not said stays, so that reports that come in another order
 * come to the same. Whose it is stays.
 */
export function reportAgain(
  activity: Activity,
  call: NewCall,
  numbers: Numbers,
  agentId: string | undefined,
  { now }: Context,
): Kept<Activity> {
  const details = { ...activity.call, ...detailsOf(call, numbers, agentId) };
  const patch = { call: details, ...(call.note && { text: call.note }) };
  return { of: activityRecord, before: activity, after: nextVersion(activity, patch, now), events: [] };
}
