import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { idOf, newId } from '../core/ids.ts';
import { defineRecord, type Kept, recordBase } from '../core/record.ts';

export const ActivityKind = z.enum([
  'call',
  'email',
  'meeting',
  'note',
  'form_submission',
  'page_view',
  'social_post',
  'rating',
]);
export type ActivityKind = z.infer<typeof ActivityKind>;
export const Direction = z.enum(['inbound', 'outbound']);

/** What a visitor's form post carried; `differing` are values that a public form may not put over the contact's own. */
export const SubmissionDetails = z.object({
  formId: idOf('form'),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  differing: z.record(z.string(), z.string()).optional(),
  pageUrl: z.string().optional(),
  referrer: z.string().optional(),
  utm: z.record(z.string(), z.string()).optional(),
  userAgent: z.string().optional(),
});
/** An attachment or a body kept in the mail bucket. */
const StoredFile = z.object({
  key: z.string(),
  filename: z.string(),
  contentType: z.string(),
  bytes: z.int(),
});
export const MailDetails = z.object({
  /** The intake of an inbound message, or the outbound message. */
  intakeId: z.string().optional(),
  messageId: z.string().optional(),
  threadId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()).optional(),
  /** Where the raw message lies in the mail bucket. */
  rawKey: z.string().optional(),
  /** Where the whole text lies when it is longer than `text`. */
  textKey: z.string().optional(),
  htmlKey: z.string().optional(),
  attachments: z.array(StoredFile).default([]),
});
const PageViewDetails = z.object({ url: z.string().max(2000), title: z.string().max(300).optional() });
export const CallDetails = z.object({
  direction: Direction.optional(),
  durationMs: z.int().nonnegative().optional(),
  outcome: z.enum(['connected', 'no_answer', 'busy', 'voicemail', 'wrong_number']).optional(),
});

export const mostTextLength = 6000;
export const Activity = z.object({
  ...recordBase('activity'),
  kind: ActivityKind,
  contactId: idOf('contact'),
  /** The deals it names; where it names none it touches all open deals of the contact. */
  dealIds: z.array(idOf('deal')).max(20).default([]),
  /** When it happened, or is planned to. */
  at: z.iso.datetime(),
  subject: z.string().max(500).optional(),
  /** Plain text; for a mail the reply without what it quotes. Longer text lies in the bucket. */
  text: z.string().max(mostTextLength).optional(),
  direction: Direction.optional(),
  call: CallDetails.optional(),
  submission: SubmissionDetails.optional(),
  mail: MailDetails.optional(),
  pageView: PageViewDetails.optional(),
  /** Who logged it; the actor of its first change. */
  by: z.object({ kind: z.string(), id: z.string() }),
});
export type Activity = z.infer<typeof Activity>;
export const activityRecord = defineRecord('activity', Activity);

type Given = Omit<z.input<typeof Activity>, keyof ReturnType<typeof recordBase> | 'by'>;

/** `id` lets a step that may run twice name its activity, so that it is stored once. */
export function logActivity(
  given: Given,
  { actor, now }: Context,
  id = newId('activity', now),
): Kept<Activity> {
  const by = { kind: actor.kind, id: actor.id };
  const base = { id, workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  return {
    of: activityRecord,
    before: undefined,
    after: Activity.parse({ ...given, ...base, by }),
    events: [],
  };
}
