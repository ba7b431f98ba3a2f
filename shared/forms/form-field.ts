import * as z from 'zod';
import { invalidField } from '../core/errors.ts';

/** What a field of a form may fill, and the most characters that it holds there. */
const longest = {
  firstName: 200,
  lastName: 200,
  company: 200,
  jobTitle: 200,
  language: 35,
  leadSource: 100,
  campaign: 100,
  email: 254,
  phone: 40,
  message: 6000,
} as const;
const longestCustom = 5000;
type NamedTarget = keyof typeof longest;
/** A contact's own text fields that a form fills. */
export const textTargets = [
  'firstName',
  'lastName',
  'company',
  'jobTitle',
  'language',
  'leadSource',
  'campaign',
] as const;

const Custom = z
  .string()
  .regex(/^custom\.[a-z][A-Za-z0-9_]{0,63}$/, 'A contact field, `message`, or `custom.<name>`.');
const Target = z.union([z.enum(Object.keys(longest) as [NamedTarget, ...NamedTarget[]]), Custom]);

export const FormField = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/, 'A letter, then letters, digits, `_`, `.` or `-`.')
    .describe('The name that the form posts it under. Names with `_` in front are the script’s own.'),
  label: z.string().trim().min(1).max(200),
  type: z.enum(['text', 'textarea', 'email', 'tel', 'number', 'checkbox', 'date', 'hidden']).default('text'),
  target: Target.describe(
    'The contact’s field that it fills; `custom.<name>` a custom one; `message` is the text of the submission.',
  ),
  required: z.boolean().default(false),
  maxLength: z.int().min(1).max(longest.message).optional(),
});
export type FormField = z.infer<typeof FormField>;

const roomOf = (target: string) => longest[target as NamedTarget] ?? longestCustom;

/** The most characters that this field takes. */
export const mostCharacters = ({ target, maxLength }: FormField) => maxLength ?? roomOf(target);

const repeated = (all: string[]) => all.findIndex((one, i) => all.indexOf(one) !== i);

/** What holds for the fields together; throws `validation_failed`. `honeypot` is the name that no field may have. */
export function assertFields(fields: FormField[], honeypot: string): void {
  const names = [...fields.map(({ name }) => name), honeypot];
  const twice = repeated(names);
  if (twice >= 0) {
    const pointer = twice === fields.length ? '/honeypot' : `/fields/${twice}/name`;
    throw invalidField(pointer, 'name_repeated', `Two fields have the name ${names[twice]}.`);
  }
  const target = repeated(fields.map((field) => field.target));
  if (target >= 0)
    throw invalidField(`/fields/${target}/target`, 'target_repeated', 'Another field fills the same.');
  const long = fields.findIndex((field) => mostCharacters(field) > roomOf(field.target));
  if (long >= 0) {
    const { target: of } = fields[long] as FormField;
    throw invalidField(`/fields/${long}/maxLength`, 'too_big', `${of} holds ${roomOf(of)} characters.`);
  }
}
