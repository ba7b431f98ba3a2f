import { randomInt } from 'node:crypto';
import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { idOf, newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { assertFields, FormField } from './form-field.ts';

const isOrigin = (text: string) => text === '*' || (URL.canParse(text) && new URL(text).origin === text);
const Origin = z
  .string()
  .max(255)
  .refine(isOrigin, 'An origin like https://www.example.com without a path, or `*`.');
const Owner = z.union([
  z.strictObject({ userId: idOf('user') }),
  z.strictObject({ roundRobin: z.array(idOf('user')).min(1).max(50) }),
]);
const OpensDeal = z.strictObject({
  pipelineId: idOf('pipeline').optional().describe('The workspace’s default where it is left out.'),
  stageId: z.string().max(40).optional().describe('The pipeline’s first open stage where it is left out.'),
  nameTemplate: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .describe('The deal’s name; `{{name}}`, `{{company}}`, `{{email}}` and `{{form}}` are filled in.'),
});
const perAddressPerMinute = z.int().min(1).max(100_000);
const perFormPerMinute = z.int().min(1).max(100_000);

const fields = {
  name: z.string().trim().min(1).max(100),
  fields: z.array(FormField).min(1).max(100),
  allowedOrigins: z
    .array(Origin)
    .max(50)
    .describe(
      'Exact origins whose pages may post; `*` is any. Empty: any page’s plain HTML form, no script.',
    ),
  owner: Owner.optional().describe('Who gets the contact and the deal where the contact has no owner yet.'),
  tags: z.array(z.string().trim().min(1).max(50)).max(20),
  opensDeal: z.union([z.literal(false), OpensDeal]),
  redirectUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  thanks: z.string().trim().min(1).max(500),
  welcomeTemplateId: idOf('template').optional(),
  honeypot: z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,63}$/),
  minimumFillMs: z
    .int()
    .min(0)
    .max(60_000)
    .describe('What is sent sooner after the page opened is refused. Needs the script; 0 is off.'),
  limits: z.strictObject({
    perAddressPerMinute: perAddressPerMinute.default(120),
    perFormPerMinute: perFormPerMinute.default(6000),
  }),
  status: z.enum(['active', 'closed']),
};
/** Off by default: a plain HTML form and a server carry no signed time, and their leads must not be lost. */
const noMinimum = 0;
const defaults = { perAddressPerMinute: 120, perFormPerMinute: 6000 };

export const NewForm = z.strictObject({
  ...fields,
  allowedOrigins: fields.allowedOrigins.default([]),
  tags: fields.tags.default([]),
  opensDeal: fields.opensDeal.default(false),
  thanks: fields.thanks.default('Thank you. We have got your message and will be in touch.'),
  honeypot: fields.honeypot.default('homepage'),
  minimumFillMs: fields.minimumFillMs.default(noMinimum),
  limits: fields.limits.default(defaults),
  status: fields.status.default('active'),
});
export type NewForm = z.infer<typeof NewForm>;

const formKeyForm = /^fk_[0-9A-Za-z]{22}$/;
export const Form = z.object({
  ...recordBase('form'),
  ...NewForm.shape,
  formKey: z.string().regex(formKeyForm),
});
export type Form = z.infer<typeof Form>;
export const formRecord = defineRecord('form', Form);

/** RFC 7396, but that `owner` is replaced as a whole. */
export const FormPatch = z.strictObject({
  ...z.strictObject(fields).partial().shape,
  owner: Owner.nullish(),
  redirectUrl: fields.redirectUrl.nullable(),
  welcomeTemplateId: idOf('template').nullish(),
  limits: z
    .strictObject({
      perAddressPerMinute: perAddressPerMinute.optional(),
      perFormPerMinute: perFormPerMinute.optional(),
    })
    .optional(),
});
export type FormPatch = z.infer<typeof FormPatch>;

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 22 characters of 62: 131 bits, so that nobody finds a form that was not shown to them. */
const newFormKey = () => `fk_${Array.from({ length: 22 }, () => base62[randomInt(62)]).join('')}`;

function sound(form: Form): Form {
  assertFields(form.fields, form.honeypot);
  return form;
}

/** Throws `validation_failed` where two fields share a name or a target. */
export function createForm(given: NewForm, { actor, now }: Context): Kept<Form> {
  const { workspaceId } = actor;
  const base = { id: newId('form', now), workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after = sound({ ...given, ...base, formKey: newFormKey() });
  return { of: formRecord, before: undefined, after, events: [] };
}

export function patchForm(form: Form, patch: FormPatch, { now }: Context): Kept<Form> {
  const merged = mergePatch(form, patch);
  const after = nextVersion(sound(patch.owner ? { ...merged, owner: patch.owner } : merged), {}, now);
  return { of: formRecord, before: form, after, events: [] };
}

/** What was sent with it stays. */
export const deleteForm = (form: Form): Change<Form> => ({
  of: formRecord,
  before: form,
  after: undefined,
  events: [],
});

/** Every user that the form gives leads to. */
export const ownersOf = ({ owner }: Pick<Form, 'owner'>): string[] => {
  if (!owner) return [];
  return [...new Set('userId' in owner ? [owner.userId] : owner.roundRobin)];
};
