import * as z from 'zod';
import { defineRecord, recordBase } from '../core/record.ts';
import { CustomKind, CustomName, CustomValue } from './custom.ts';

const fieldTypes = [
  'text',
  'longText',
  'number',
  'money',
  'date',
  'choice',
  'multiChoice',
  'checkbox',
  'link',
  'user',
] as const;
export const FieldType = z.enum(fieldTypes);
export type FieldType = z.infer<typeof FieldType>;
/** Types whose values may be held to be different in every record, or tell who a record is of. */
export const uniqueTypes: readonly FieldType[] = ['text', 'number', 'link'];

export const mostFields = 100;
const mostOptions = 200;
const label = z.string().trim().min(1).max(100);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'BCP 47, like `de` or `pt-BR`.');
const labels = z
  .record(language, label)
  .refine((all) => Object.keys(all).length <= 20, 'At most 20 languages.');

const day = z.iso.date();
const finite = z.number().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
/** What a value must keep to beyond its type; which of these a type knows stands in `limits.ts`. */
export const Validation = z.strictObject({
  min: finite.optional().describe('Of a number; of money in cents.'),
  max: finite.optional(),
  step: z.number().min(0.000001).max(1e9).optional().describe('A number is a multiple of it.'),
  minLength: z.int().min(1).max(5000).optional().describe('In characters (Unicode code points).'),
  maxLength: z.int().min(1).max(5000).optional(),
  pattern: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'What a whole text looks like: a part of ECMA-262’s regular expressions (characters, `.`, classes, groups, `|`, repetitions), like `[A-Z]{2}-\\d{4}`.',
    ),
  earliest: day.optional(),
  latest: day.optional(),
});
export type Validation = z.infer<typeof Validation>;
const ValidationPatch = z.strictObject({
  min: Validation.shape.min.nullable(),
  max: Validation.shape.max.nullable(),
  step: Validation.shape.step.nullable(),
  minLength: Validation.shape.minLength.nullable(),
  maxLength: Validation.shape.maxLength.nullable(),
  pattern: Validation.shape.pattern.nullable(),
  earliest: Validation.shape.earliest.nullable(),
  latest: Validation.shape.latest.nullable(),
});

const Option = z.strictObject({
  value: z.string().trim().min(1).max(100).describe('What records keep; choose it once and for all.'),
  label,
  labels: labels.optional(),
  archived: z.boolean().default(false).describe('Records that have it keep it; it can be chosen no more.'),
});
const options = z.array(Option).max(mostOptions);
const order = z.number().min(-1e9).max(1e9);
const help = z.string().trim().min(1).max(500);

export const Field = z.object({
  ...recordBase('field'),
  of: CustomKind.describe('The kind of record that has it.'),
  key: CustomName.describe('Its name in `custom`, for good.'),
  label,
  labels: labels.optional().describe('By language.'),
  type: FieldType,
  required: z.boolean().default(false),
  unique: z.boolean().default(false),
  identifies: z
    .boolean()
    .default(false)
    .describe(
      'Tells who or what is meant, like the number of an insurance: contacts and companies with the same value are probably one (docs/duplicates.md). It may stand in several records all the same.',
    ),
  default: CustomValue.optional().describe('What a new record has where nothing is said.'),
  validation: Validation.default({}),
  options: options.default([]).describe('Of a choice.'),
  help: help.optional(),
  order: order.describe('Fields stand in this order.'),
  archived: z.boolean().default(false),
});
export type Field = z.infer<typeof Field>;
export const fieldRecord = defineRecord('field', Field);
export const FieldBody = Field.omit({ workspaceId: true });

export const NewField = z.strictObject({
  of: Field.shape.of,
  key: Field.shape.key,
  label,
  labels: Field.shape.labels,
  type: FieldType,
  required: Field.shape.required,
  unique: Field.shape.unique.describe(
    'No two records have the same value. To be said now: it cannot be changed.',
  ),
  identifies: Field.shape.identifies,
  default: Field.shape.default,
  validation: Field.shape.validation,
  options: Field.shape.options,
  help: Field.shape.help,
  order: order.optional().describe('Behind all others where it is left out.'),
});
export type NewField = z.infer<typeof NewField>;

/** What a field is called and asks for. Its kind, key, type and `unique` never change. */
export const FieldPatch = z.strictObject({
  label: label.optional(),
  labels: z.record(language, label.nullable()).nullish(),
  required: z.boolean().optional(),
  identifies: z.boolean().optional(),
  default: CustomValue.nullish(),
  validation: ValidationPatch.optional(),
  options: options.optional(),
  help: help.nullish(),
  order: order.optional(),
  archived: z.boolean().optional(),
});
export type FieldPatch = z.infer<typeof FieldPatch>;
