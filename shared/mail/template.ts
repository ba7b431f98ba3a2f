import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { AppError, type ErrorDetail } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { piecesOf } from './render.ts';

const mostTextBytes = 20_000;
const mostHtmlBytes = 60_000;
/** Counted in bytes, because a change of a template keeps both texts in one item of the table. */
const sized = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => Buffer.byteLength(text) <= most, `It has at most ${most} bytes.`);

/** What a text with blanks may be, of a template as of a mail. */
export const MailSubject = z.string().trim().min(1).max(300);
export const MailText = sized(mostTextBytes);
export const MailHtml = sized(mostHtmlBytes);
const fields = {
  name: z.string().trim().min(1).max(200),
  subject: MailSubject,
  text: MailText.describe('Plain text with blanks like `{{contact.firstName|there}}`.'),
  html: MailHtml.optional().describe('Made of the text where it is left out.'),
  marketing: z
    .boolean()
    .default(false)
    .describe('Advertising: carries List-Unsubscribe, and is not sent to who unsubscribed.'),
};
/** A mail with blanks. */
export const Template = z.object({ ...recordBase('template'), ...fields });
export type Template = z.infer<typeof Template>;
export const templateRecord = defineRecord('template', Template);
export const TemplateBody = Template.omit({ workspaceId: true });

export const NewTemplate = z.strictObject(fields);
export type NewTemplate = z.infer<typeof NewTemplate>;
export const TemplatePatch = z.strictObject({
  name: fields.name.optional(),
  subject: fields.subject.optional(),
  text: fields.text.optional(),
  html: MailHtml.nullish().describe('`null`: made of the text.'),
  marketing: z.boolean().optional(),
});
export type TemplatePatch = z.infer<typeof TemplatePatch>;

/** What a mail is made of, its blanks not yet filled. */
export type Words = { subject: string; text: string; html?: string | undefined };

const faultsOf = (name: 'subject' | 'text' | 'html', value: string | undefined): ErrorDetail[] =>
  piecesOf(value ?? '').faults.map((fault) => ({ pointer: `/${name}`, ...fault }));

/** Throws `validation_failed` naming each blank that could not be filled, so that no mail goes out with a hole. */
export function assertFillable({ subject, text, html }: { [K in keyof Words]?: Words[K] | undefined }): void {
  const errors = [...faultsOf('subject', subject), ...faultsOf('text', text), ...faultsOf('html', html)];
  if (errors.length === 0) return;
  const message = 'The request is not valid; see errors.';
  throw new AppError('invalid', 'validation_failed', message, { errors: errors.slice(0, 50) });
}

export function createTemplate(given: NewTemplate, { actor, now }: Context): Kept<Template> {
  assertFillable(given);
  const after: Template = {
    ...given,
    id: newId('template', now),
    workspaceId: actor.workspaceId,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  return { of: templateRecord, before: undefined, after, events: [] };
}

export function patchTemplate(template: Template, patch: TemplatePatch, { now }: Context): Kept<Template> {
  const after = nextVersion(mergePatch(template, patch), {}, now);
  assertFillable(after);
  return { of: templateRecord, before: template, after, events: [] };
}

export const deleteTemplate = (template: Template): Change<Template> => ({
  of: templateRecord,
  before: template,
  after: undefined,
  events: [],
});
