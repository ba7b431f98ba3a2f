import * as z from 'zod';
import { EmailAddress } from '../contacts/email-address.ts';
import { type Context, idForNew } from '../core/actor.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import { Instant } from '../core/instant.ts';
import { clearable, mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { defineOwned, governedBase, type Kept, nextVersion } from '../core/record.ts';
import { commonUnique } from '../records/common-fields.ts';
import { mostMentions } from './mentions.ts';

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
  differing: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .optional(),
  /** What of it a person has put on the contact since. */
  accepted: z.array(z.string()).optional(),
  pageUrl: z.string().optional(),
  referrer: z.string().optional(),
  utm: z.record(z.string(), z.string()).optional(),
  userAgent: z.string().optional(),
  /** With the visitor's consent: whose page views join the contact. */
  visitorId: z.string().optional(),
});
/** An attachment or a body kept in the mail bucket. */
const StoredFile = z.object({
  key: z.string(),
  filename: z.string(),
  contentType: z.string(),
  bytes: z.int(),
});
/** What became of a mail that we sent, each from its first moment; the message itself has the counts. */
export const MailFate = z.object({
  openedAt: z.iso.datetime().optional(),
  clickedAt: z.iso.datetime().optional(),
  bouncedAt: z.iso.datetime().optional(),
  complainedAt: z.iso.datetime().optional(),
  rejectedAt: z.iso.datetime().optional().describe('SES did not send it: it found a virus in a file.'),
});
export type MailFate = z.infer<typeof MailFate>;
/** A file of the contact or the deal that went with a mail; whoever may see it fetches it by its id. */
const SentFile = z.object({ fileId: idOf('file'), name: z.string(), size: z.int() });
const MailDetails = z.object({
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
  files: z.array(SentFile).optional(),
  fate: MailFate.optional(),
});
const PageViewDetails = z.object({ url: z.string().max(2000), title: z.string().max(300).optional() });
const CallDetails = z.object({
  direction: Direction.optional(),
  durationMs: z.int().nonnegative().optional(),
  outcome: z.enum(['connected', 'no_answer', 'busy', 'voicemail', 'wrong_number', 'failed']).optional(),
});
const attendee = {
  name: z.string().trim().min(1).max(200).optional(),
  email: EmailAddress.optional(),
  contactId: idOf('contact').optional(),
  userId: idOf('user').optional(),
};
const Attendees = z
  .array(
    z
      .strictObject(attendee)
      .refine((one) => Object.values(one).some((value) => value !== undefined), 'Say who it is.'),
  )
  .max(50);
const location = z.string().trim().min(1).max(300);
const MeetingDetails = z.strictObject({
  /** Each by name, address or id. */
  attendees: Attendees.default([]),
  location: location.optional(),
  endsAt: z.iso.datetime().optional(),
});
const NewMeeting = MeetingDetails.extend({ endsAt: Instant.optional() });
const SocialDetails = z.strictObject({
  network: z.string().trim().toLowerCase().min(1).max(40),
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
});
const score = z.int().min(1).max(5).describe('From 1, bad, to 5, very good.');
/** How content somebody was; the comment is the activity's `text`. */
const RatingDetails = z.object({
  score,
  /** What they were asked about by mail: the answer is theirs, and nobody else's to change. */
  ticketId: idOf('ticket').optional(),
  dealId: idOf('deal').optional(),
});
const NewRating = z.strictObject({ score });
/** What a telephony system says of a call besides; the numbers are E.164 where they are any. */
const ReportedCall = CallDetails.extend({
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
  endedAt: z.iso.datetime().optional(),
  /** The colleague who spoke. */
  agentId: idOf('user').optional(),
  recordingUrl: z.string().max(2000).optional(),
  /** The telephony system's own name for the call: the same call reported again is the same activity. */
  externalId: z.string().max(200).optional(),
});

const Mentions = z.array(idOf('user')).max(mostMentions);
export const mostTextLength = 6000;
export const Activity = z.object({
  ...governedBase('activity'),
  kind: ActivityKind,
  contactId: idOf('contact'),
  /** The deals it names; where it names none it touches all open deals of the contact. */
  dealIds: z.array(idOf('deal')).max(20).default([]),
  /** When it happened, or is planned to. */
  at: z.iso.datetime(),
  subject: personal(z.string().max(500).optional()),
  /** Plain text; for a mail the reply without what it quotes. Longer text lies in the bucket. */
  text: personal(z.string().max(mostTextLength).optional()),
  direction: Direction.optional(),
  /** Who takes part in a meeting, and where. */
  meeting: personal(MeetingDetails.optional()),
  /** Of a post: the network that it stands in, and where. */
  social: personal(SocialDetails.optional()),
  externalId: personal(z.string().max(200).optional()),
  rating: personal(RatingDetails.optional()),
  mentions: Mentions.optional().describe('Users whom it mentions.'),
  unseenBy: Mentions.optional().describe(
    'Those of them who could not see it when they were mentioned, and were not told.',
  ),
  call: personal(ReportedCall.optional()),
  submission: personal(SubmissionDetails.optional()),
  mail: personal(MailDetails.optional()),
  pageView: personal(PageViewDetails.optional()),
  /** Who logged it; the actor of its first change. */
  by: z.object({ kind: z.string(), id: z.string() }),
});
export type Activity = z.infer<typeof Activity>;
/** Its author's; what Rapport itself logged is nobody's. */
export const activityRecord = defineOwned(
  'activity',
  Activity,
  ({ by }) => (by.kind === 'user' ? by.id : undefined),
  ({ call, ...activity }) => [
    ...(call?.externalId ? [{ name: 'reported_call', value: call.externalId }] : []),
    ...commonUnique('activity', activity),
  ],
);

/** What the API shows of an activity: of a mail no places in the bucket, which only `…/mail` opens. */
export const ActivityBody = Activity.omit({ workspaceId: true }).extend({
  submission: SubmissionDetails.partial({ values: true }).optional(),
  mail: MailDetails.omit({ rawKey: true, textKey: true, htmlKey: true })
    .extend({ attachments: z.array(StoredFile.omit({ key: true })) })
    .partial({ from: true, to: true })
    .optional(),
});

/** What a person logs; the others are logged by Rapport itself. */
const HandKind = ActivityKind.extract(['call', 'meeting', 'note', 'social_post', 'rating']);
const isByHand = ({ kind, rating }: Pick<Activity, 'kind' | 'rating'>) =>
  HandKind.safeParse(kind).success && (rating?.ticketId ?? rating?.dealId) === undefined;
const dealIds = z.array(idOf('deal')).max(20);
export const NewActivity = z.strictObject({
  kind: HandKind,
  contactId: idOf('contact'),
  dealIds: dealIds
    .default([])
    .describe('The deals it is about; where it names none it counts for all open deals of the contact.'),
  at: Instant.optional().describe('Now where it is left out; a moment to come makes it a planned one.'),
  subject: z.string().trim().min(1).max(500).optional(),
  text: z.string().max(mostTextLength).optional(),
  direction: Direction.optional(),
  call: CallDetails.optional().describe('Only of a call.'),
  meeting: NewMeeting.optional().describe('Only of a meeting.'),
  social: SocialDetails.optional().describe('Only of a post.'),
  rating: NewRating.optional().describe('Only of a rating.'),
  externalId: z.string().trim().min(1).max(200).optional(),
  mentions: Mentions.optional().describe(
    'Users who are told of it, besides those whom the text names as `@[name](us_…)`.',
  ),
});
export type NewActivity = z.infer<typeof NewActivity>;
export const ActivityPatch = z.strictObject({
  dealIds: clearable(dealIds),
  at: Instant.optional(),
  subject: NewActivity.shape.subject.nullable(),
  text: NewActivity.shape.text.nullable(),
  direction: Direction.nullish(),
  call: z
    .strictObject({
      direction: Direction.nullish(),
      durationMs: z.int().nonnegative().nullish(),
      outcome: CallDetails.shape.outcome.nullable(),
    })
    .optional(),
  meeting: z
    .strictObject({
      attendees: Attendees.optional(),
      location: location.nullish(),
      endsAt: Instant.nullish(),
    })
    .nullish(),
  social: SocialDetails.nullish(),
  externalId: z.string().trim().min(1).max(200).nullish(),
  mentions: clearable(Mentions),
});
export type ActivityPatch = z.infer<typeof ActivityPatch>;

const detailsOf = { call: 'call', meeting: 'meeting', social: 'social_post', rating: 'rating' } as const;
type Details = { [K in keyof typeof detailsOf]?: object | null | undefined };
/** Details are of one kind of activity alone. */
function assertDetails(kind: ActivityKind, details: Details): void {
  for (const [name, of] of Object.entries(detailsOf)) {
    const given = details[name as keyof Details];
    if (given && kind !== of)
      throw invalidField(`/${name}`, `not_a_${name}`, `A ${kind} has no ${name} details.`);
  }
}

type Given = Omit<z.input<typeof Activity>, keyof ReturnType<typeof governedBase> | 'by'>;

/**
 * Something that happened, or is planned. `id` lets a step that may run twice name its activity, so that it is stored
 * once.
 */
export function logActivity(
  given: Given,
  context: Context,
  id = idForNew('activity', context),
): Kept<Activity> {
  const { actor, now } = context;
  assertDetails(given.kind, given);
  const by = { kind: actor.kind, id: actor.id };
  const unique = [...new Set(given.dealIds)];
  const base = { id, workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  return {
    of: activityRecord,
    before: undefined,
    after: Activity.parse({ ...given, ...base, dealIds: unique, by }),
    events: [],
  };
}

/** What a person may set right. Of what Rapport logged itself only the deals: a mail stays the mail that came. */
export function patchActivity(activity: Activity, patch: ActivityPatch, { now }: Context): Kept<Activity> {
  const { dealIds: deals, ...own } = patch;
  if (!isByHand(activity) && Object.keys(own).length > 0) {
    const detail = `A ${activity.kind} was logged by Rapport and stays as it came; only its dealIds can be changed.`;
    throw new AppError('conflict', 'activity_not_editable', detail);
  }
  assertDetails(activity.kind, own);
  const next = {
    ...own,
    ...(deals && { dealIds: [...new Set(deals)] }),
  };
  const after = Activity.parse(nextVersion(mergePatch(activity, next), {}, now));
  return { of: activityRecord, before: activity, after, events: [] };
}
