import * as z from 'zod';
import { EmailAddress } from '../contacts/email-address.ts';
import type { Context } from '../core/actor.ts';
import { AppError, type ErrorDetail, invalidField } from '../core/errors.ts';
import { idOf, newId } from '../core/ids.ts';
import { Instant } from '../core/instant.ts';
import type { Kept } from '../core/record.ts';
import { FileId } from '../files/file.ts';
import type { MergeValues } from './merge-fields.ts';
import { type Message, MessageBody, mostAttachments, type NewMessage, queueMessage } from './message.ts';
import { htmlOfText, missingIn, type Rendered, renderMail, withHtmlEnd } from './render.ts';
import { undoS } from './schedule.ts';
import { assertFillable, MailHtml, MailSubject, MailText, type Template, type Words } from './template.ts';

/** SES takes 10 MB with all that MIME adds: a third for base64, and its lines. */
export const mostAttachedBytes = 7 * 1024 * 1024;
const yearMs = 366 * 86_400_000;

const allowMissing = z
  .boolean()
  .default(false)
  .describe('Blanks for which nothing is known are left empty. Otherwise they are refused.');
const sendAt = Instant.optional().describe(
  `When it leaves: a moment to come, within a year. Left out: in ${undoS} seconds, for which it can be taken back.`,
);
const subject = MailSubject.optional();
const text = MailText.optional();
/** A mail that a person writes to a contact. */
export const NewContactMail = z.strictObject({
  subject: subject.describe('May have blanks. Needed where there is no template, else in its place.'),
  text: text.describe(
    'Plain text, which may have blanks. Needed where there is no template, else in its place.',
  ),
  templateId: idOf('template').optional(),
  to: EmailAddress.optional().describe("One of the contact's addresses; the first where it is left out."),
  dealId: idOf('deal').optional().describe('The deal that it is about, which is the contact’s.'),
  inReplyTo: idOf('activity')
    .optional()
    .describe(
      'A mail on the contact’s timeline: this one goes on in its thread. The “Re:” is yours to write.',
    ),
  sendAt,
  attachments: z
    .array(FileId)
    .max(mostAttachments)
    .default([])
    .describe('Files of the contact, or of the deal, that are ready; 7 MB in all.'),
  signature: z
    .boolean()
    .default(true)
    .describe('Whether your signature stands under it, where you have one.'),
  allowMissing,
});
export type NewContactMail = z.infer<typeof NewContactMail>;
export const ContactMailPatch = z.strictObject({
  subject: subject.describe('May have blanks.'),
  text: text.describe('The whole text, signature and all; may have blanks.'),
  sendAt,
  allowMissing,
});
export type ContactMailPatch = z.infer<typeof ContactMailPatch>;
/** What a contact's list of mails shows. */
export const ContactMail = MessageBody.omit({ html: true });

/** Throws `send_at_out_of_range`. */
export function assertToCome(at: string | undefined, now: string): void {
  if (at === undefined) return;
  if (at > now && Date.parse(at) - Date.parse(now) <= yearMs) return;
  const detail = 'A mail leaves at a moment to come, within a year.';
  throw new AppError('unprocessable', 'send_at_out_of_range', detail, {
    errors: [{ pointer: '/sendAt', code: 'send_at_out_of_range', detail }],
  });
}

type Part = keyof Words;
/** What the mail says before its blanks are filled, and where in the request each part came from. */
export type Draft = { words: Words; pointers: Record<Part, string> };
const partsOf = ({ words, pointers }: Draft) =>
  (['subject', 'text', 'html'] as const).map((part) => ({
    text: words[part] ?? '',
    pointer: pointers[part],
  }));

const ownPointers = { subject: '/subject', text: '/text', html: '/html' };
export const draftOfText = (words: Words): Draft => ({ words, pointers: ownPointers });

/** A template with what is said in its place: a text of one's own is not beside the template's HTML. Throws `validation_failed`. */
export function draftOf(given: Partial<Words>, template: Template | undefined): Draft {
  for (const name of ['subject', 'text'] as const)
    if (given[name] === undefined && !template)
      throw invalidField(`/${name}`, 'mail_incomplete', `Say the ${name}, or name a template.`);
  assertFillable(given);
  const html = given.text === undefined ? template?.html : undefined;
  const words = { subject: template?.subject ?? '', text: template?.text ?? '' };
  const own = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const pointerOf = (name: 'subject' | 'text') => (given[name] === undefined ? '/templateId' : `/${name}`);
  return {
    words: { ...words, ...own, ...(html !== undefined && { html }) },
    pointers: { subject: pointerOf('subject'), text: pointerOf('text'), html: '/templateId' },
  };
}

export type Missing = { field: string; pointer: string };
/** Every blank for which nothing is known, once a place. */
export const missingOf = (draft: Draft, values: MergeValues): Missing[] => {
  const all = partsOf(draft).flatMap(({ text, pointer }) =>
    missingIn(text, values).map((field) => ({ field, pointer })),
  );
  return [...new Map(all.map((one) => [`${one.pointer} ${one.field}`, one])).values()];
};

/** The mail with its blanks filled. Throws `merge_value_missing`, which names each that could not be. */
export function filled(draft: Draft, values: MergeValues, mayMiss: boolean): Rendered {
  const missing = mayMiss ? [] : missingOf(draft, values);
  if (missing.length === 0) return renderMail(draft.words, values);
  const errors: ErrorDetail[] = missing.map(({ field, pointer }) => ({
    pointer,
    code: 'merge_value_missing',
    detail: `Nothing is known for {{${field}}}.`,
  }));
  const message = 'The mail has blanks for which nothing is known; see errors.';
  throw new AppError('unprocessable', 'merge_value_missing', message, { errors });
}

/** A mail with a signature under it, set off as mail programs know it (RFC 3676, 4.3). */
export function signed(
  { subject: about, text: words, html }: Rendered,
  signature: string | undefined,
): Rendered {
  if (!signature) return { subject: about, text: words, html };
  const set = `-- \n${signature}`;
  return {
    subject: about,
    text: `${words.trimEnd()}\n\n${set}\n`,
    html: withHtmlEnd(html, htmlOfText(set)),
  };
}

type About = Pick<NewMessage, 'contactId' | 'dealId' | 'threadId' | 'inReplyTo' | 'templateId' | 'to'> & {
  authorId: string;
  senderName: string;
  marketing: boolean;
  toBounced: boolean;
  attachments: Message['attachments'];
};
/** The mail as it waits to leave: at `at`, or so long that its writer can think better of it. */
export function writeContactMail(
  words: Rendered,
  { toBounced, ...about }: About,
  at: string | undefined,
  by: Context,
): Kept<Message> {
  const id = newId('message', by.now);
  const leavesAt = at ?? new Date(Date.parse(by.now) + undoS * 1000).toISOString();
  const given = { ...about, ...words, ...(toBounced && { toBounced }), sendAt: leavesAt };
  return queueMessage({ claim: `personal:${id}`, purpose: 'personal', ...given }, by, undefined, id);
}

/** An unsaved text, to be seen as a contact would get it. */
export const MailDraft = z.strictObject({
  subject: MailSubject,
  text: MailText,
  html: MailHtml.optional(),
  contactId: idOf('contact').optional(),
  dealId: idOf('deal').optional(),
  signature: z
    .boolean()
    .default(false)
    .describe('Whether your signature stands under it, as under a mail that you write.'),
  marketing: z
    .boolean()
    .default(false)
    .describe('Whether the foot of marketing mail stands under it; its links lead nowhere here.'),
});
