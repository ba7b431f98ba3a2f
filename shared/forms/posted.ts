import { isEmailAddress } from '../contacts/email-address.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { isKeptNumber } from '../core/kept-number.ts';
import type { Form } from './form.ts';
import { type FormField, mostCharacters } from './form-field.ts';

/** What arrived, whatever its media type: names and their values as text. Names that open with `_` are the script's. */
export type Posted = Map<string, string[]>;
/** By field name, trimmed; a field left empty is not there. */
export type Values = Record<string, string | string[]>;

const mostValues = 50;
const longestOfMany = 200;

/** One form of one text: Unicode NFC, line feeds, no space around. */
const tidy = (text: string) => text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();

const text = (value: unknown, name: string): string[] => {
  if (value === null || value === undefined) return [];
  if (['string', 'number', 'boolean'].includes(typeof value)) return [String(value)];
  throw invalidField(
    `/${name}`,
    'invalid_type',
    'A value is text, a number, true, false, or a list of these.',
  );
};

/** A JSON body as a form would have posted it; throws `validation_failed`. `false` is a box left empty. */
export function postedOfJson(body: unknown): Posted {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalidField('', 'invalid_type', 'Send an object of field names and values.');
  const entries = Object.entries(body).filter(([, value]) => value !== false);
  return new Map(entries.map(([name, value]) => [name, [value].flat(1).flatMap((one) => text(one, name))]));
}

const isDate = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const kinds: Partial<Record<FormField['type'], [(value: string) => boolean, code: string, detail: string]>> =
  {
    email: [isEmailAddress, 'email_invalid', 'This is not an e-mail address.'],
    number: [
      (value) => isKeptNumber(Number(value)),
      'number_invalid',
      'This is not a number, or one too great.',
    ],
    date: [isDate, 'date_invalid', 'This is not a date like 2026-11-22.'],
  };

type Fault = [code: string, detail: string];
function faultOfValues(field: FormField, values: string[]): Fault | undefined {
  const room = Math.min(mostCharacters(field), values.length > 1 ? longestOfMany : Number.POSITIVE_INFINITY);
  if (values.some((value) => value.length > room)) return ['too_long', `At most ${room} characters.`];
  const kind = kinds[field.target === 'email' ? 'email' : field.type];
  return kind && !values.every(kind[0]) ? [kind[1], kind[2]] : undefined;
}

/** What becomes of several values where the contact's field holds one. */
export const asOne = (values: string | string[]) => [values].flat().join(', ');

function faultOf(field: FormField, values: string[]): Fault | undefined {
  if (values.length === 0) return field.required ? ['required', `${field.label} is needed.`] : undefined;
  if (values.length > mostValues) return ['too_big', `At most ${mostValues} values.`];
  return faultOfValues(field, field.target.startsWith('custom.') ? values : [asOne(values)]);
}

/** What was sent for the form's own fields; anything else is left out. Throws `validation_failed`, a pointer for each field. */
export function valuesOf({ fields }: Pick<Form, 'fields'>, posted: Posted): Values {
  const read = fields.map((field) => ({
    field,
    values: (posted.get(field.name) ?? []).map(tidy).filter((value) => value !== ''),
  }));
  const errors = read.flatMap(({ field, values }) => {
    const fault = faultOf(field, values);
    return fault ? [{ pointer: `/${field.name}`, code: fault[0], detail: fault[1] }] : [];
  });
  if (errors.length > 0) {
    throw new AppError('invalid', 'validation_failed', 'Some fields need another look; see errors.', {
      errors,
    });
  }
  const filled = read.filter(({ values }) => values.length > 0);
  if (filled.length === 0) throw invalidField('', 'empty', 'Nothing was filled in.');
  return Object.fromEntries(
    filled.map(({ field, values }) => [field.name, values.length > 1 ? values : (values[0] as string)]),
  );
}

/** A machine fills every field that it finds, also the one that a person does not see. */
export const isTrapped = ({ honeypot }: Pick<Form, 'honeypot'>, posted: Posted) =>
  (posted.get(honeypot) ?? []).some((value) => value.trim() !== '');
