import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { PageQuery, pageOf } from '../core/page.ts';
import { defineRoute } from '../core/route.ts';
import { Intake, IntakeStatus, MailName, Verdicts } from './intake.ts';
import { Reason } from './intake-reasons.ts';

const nothing = { params: z.object({}), query: z.object({}), body: z.object({}) };
const tag = 'Mail in';
const intakePath = z.object({ intakeId: idOf('intake') });
const exampleId = 'in_01K9ZC4M2N8P5Q7R3S6T0V1W2X';

const AttachmentBody = z.object({
  filename: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  url: z.string().describe('Fetches it, for five minutes.'),
});
/** A message as it was read. */
export const MailBody = z.object({
  subject: z.string(),
  from: z.array(MailName),
  to: z.array(MailName),
  cc: z.array(MailName),
  replyTo: z.array(MailName),
  date: z.string().optional().describe("The sender's claim."),
  messageId: z.string().optional(),
  inReplyTo: z.string().optional(),
  text: z.string().describe('The plain text as it was sent, its first 500,000 characters.'),
  textUrl: z.string().optional().describe('The whole text.'),
  htmlUrl: z.string().optional().describe('The HTML as it was sent: a stranger wrote it.'),
  attachments: z.array(AttachmentBody),
  attachmentsLeftOut: z.int().describe('Attachments beyond the first 100; the raw message has them.'),
  rawUrl: z.string().optional().describe('The raw message.'),
});
export type MailBody = z.infer<typeof MailBody>;

const hidden = { workspaceId: true, message: true, senders: true, identity: true, rawKey: true } as const;
const IntakeBody = Intake.omit(hidden).extend({
  reasonInWords: z.string().optional(),
  subject: z.string().optional(),
  from: z.array(MailName).optional(),
  link: z.string().describe('Where the whole message is read.'),
});
export type IntakeBody = z.infer<typeof IntakeBody>;
const IntakeMessage = IntakeBody.extend({
  verdicts: Verdicts,
  mail: MailBody.optional().describe('Absent where the message was not opened or could not be read.'),
  rawUrl: z
    .string()
    .describe(
      'The raw message, for five minutes; of one that was erased, or is never logged, nothing is there.',
    ),
});

export const getMailIntakeRoute = defineRoute({
  operationId: 'getMailIntake',
  method: 'GET',
  path: '/v1/mail/intake',
  tag,
  summary: 'What became of all mail that was received',
  description:
    '`received` is the sum of the rest once nothing is under way. `lastReconciled` tells of the daily listing of the whole bucket: how many raw messages it holds, and how many of them had no outcome and were queued again. One Query and one GetItem.',
  access: 'mail:read',
  ...nothing,
  status: 200,
  response: z.object({
    received: z.int(),
    logged: z.int(),
    skipped: z.partialRecord(Reason, z.int()),
    failed: z.int(),
    lastReconciled: z.object({ at: z.string(), objects: z.int(), missing: z.int() }).optional(),
    links: z.object({
      received: z.string(),
      logged: z.string(),
      skipped: z.partialRecord(Reason, z.string()),
      failed: z.string(),
    }),
  }),
  example: {
    response: {
      received: 42,
      logged: 30,
      skipped: { auto_reply: 7, spam: 4 },
      failed: 1,
      lastReconciled: { at: '2026-11-22T03:00:00.000Z', objects: 42, missing: 0 },
      links: {
        received: '/v1/mail/intake/messages?status=received',
        logged: '/v1/mail/intake/messages?status=logged',
        skipped: {
          auto_reply: '/v1/mail/intake/messages?status=skipped&reason=auto_reply',
          spam: '/v1/mail/intake/messages?status=skipped&reason=spam',
        },
        failed: '/v1/mail/intake/messages?status=failed',
      },
    },
  },
});

export const listMailIntakeRoute = defineRoute({
  operationId: 'listMailIntake',
  method: 'GET',
  path: '/v1/mail/intake/messages',
  tag,
  summary: 'Received messages by what became of them, newest first',
  description: '`status=received` are those under way. A `reason` needs its status.',
  access: 'mail:read',
  ...nothing,
  query: PageQuery.extend({ status: IntakeStatus.optional(), reason: Reason.optional() }).refine(
    ({ status, reason }) => reason === undefined || status === 'skipped' || status === 'failed',
    { path: ['reason'], message: 'Say status=skipped or status=failed beside a reason.' },
  ),
  status: 200,
  response: pageOf(IntakeBody),
  errors: ['cursor_invalid'],
  example: { query: { status: 'skipped', reason: 'auto_reply' } },
});

export const getMailIntakeMessageRoute = defineRoute({
  operationId: 'getMailIntakeMessage',
  method: 'GET',
  path: '/v1/mail/intake/messages/{intakeId}',
  tag,
  summary: 'A received message, and what became of it',
  description: 'Subject, addresses, text, attachments and the raw message, whether it was logged or not.',
  access: 'mail:read',
  ...nothing,
  params: intakePath,
  status: 200,
  response: IntakeMessage,
  errors: ['intake_not_found'],
  example: { params: { intakeId: exampleId } },
});

export const retryMailIntakeMessageRoute = defineRoute({
  operationId: 'retryMailIntakeMessage',
  method: 'POST',
  path: '/v1/mail/intake/messages/{intakeId}/retry',
  tag,
  summary: 'Try a failed message again',
  description:
    'Queues it; its status changes once it has been tried. Safe to repeat: a message that has an outcome by then keeps it.',
  access: 'mail:write',
  ...nothing,
  params: intakePath,
  body: z.strictObject({}),
  status: 202,
  response: IntakeBody,
  errors: ['intake_not_found', 'intake_not_failed'],
  example: { params: { intakeId: exampleId }, body: {} },
});

export const getActivityMailRoute = defineRoute({
  operationId: 'getActivityMail',
  method: 'GET',
  path: '/v1/activities/{activityId}/mail',
  tag: 'Activities',
  summary: 'The whole mail behind an activity',
  description:
    'The activity has the reply without what it quotes; this has all of it, with short-lived links to the attachments and the raw message.',
  access: 'activities:read',
  ...nothing,
  params: z.object({ activityId: idOf('activity') }),
  status: 200,
  response: MailBody,
  errors: ['activity_not_found', 'field_forbidden', 'mail_not_found'],
  example: { params: { activityId: 'ac_01K9ZC4M2N8P5Q7R3S6T0V1W2X' } },
});

export const intakeRoutes = [
  getMailIntakeRoute,
  listMailIntakeRoute,
  getMailIntakeMessageRoute,
  retryMailIntakeMessageRoute,
  getActivityMailRoute,
];
