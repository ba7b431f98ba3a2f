import { isKeptNumber } from '../core/kept-number.ts';
import type { CustomValue } from './custom.ts';
import type { Field, FieldType } from './field.ts';
import { dayBounds, lengthOf, linkForm, numberBounds, textBounds, userForm } from './limits.ts';
import { fitsPattern } from './pattern.ts';

/** What is wrong with a value: a code that stays, and words. */
export type ValueFault = { code: string; detail: string };
/** `before`: what the record had, whose options it may keep though they are archived since. */
type Rule = (field: Field, value: unknown, before?: unknown) => ValueFault | undefined;

const notOfType = (detail: string): ValueFault => ({ code: 'field_type', detail });
const outOfRange = (detail: string): ValueFault => ({ code: 'field_out_of_range', detail });

const text: Rule = (field, value) => {
  if (typeof value !== 'string') return notOfType('Must be a text.');
  const { least, most } = textBounds(field);
  const length = lengthOf(value);
  if (length < least || length > most) return outOfRange(`Must have ${least} to ${most} characters.`);
  const { pattern } = field.validation;
  if (pattern === undefined || fitsPattern(pattern, value)) return undefined;
  return { code: 'field_pattern', detail: `Must look like ${pattern}.` };
};

const between = (field: Field, value: number, of: string): ValueFault | undefined => {
  const { min, max } = numberBounds(field);
  return value < min || value > max ? outOfRange(`${of} must be from ${min} to ${max}.`) : undefined;
};
/** Within what a decimal step leaves of a binary fraction. */
const isMultiple = (value: number, step: number) => Math.abs(Math.round(value / step) - value / step) <= 1e-9;
const number: Rule = (field, value) => {
  if (typeof value !== 'number' || !isKeptNumber(value)) return notOfType('Must be a number.');
  const { step } = field.validation;
  if (step !== undefined && !isMultiple(value, step)) return outOfRange(`Must be a multiple of ${step}.`);
  return between(field, value, 'It');
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const currencyForm = /^[A-Z]{3}$/;
const money: Rule = (field, value) => {
  const { amountCents, currency, ...more } = isObject(value) ? value : {};
  const isWhole = Number.isSafeInteger(amountCents) && Object.keys(more).length === 0;
  if (!isWhole || typeof currency !== 'string' || !currencyForm.test(currency))
    return notOfType('Must be { amountCents, currency }: whole cents and ISO 4217, like EUR.');
  return between(field, amountCents as number, 'amountCents');
};

const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (value: string) => {
  const at = new Date(`${value}T00:00:00Z`);
  return dayForm.test(value) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};
const date: Rule = (field, value) => {
  if (typeof value !== 'string' || !isDay(value)) return notOfType('Must be a day, like 2026-11-22.');
  const { earliest, latest } = dayBounds(field);
  return value < earliest || value > latest
    ? outOfRange(`Must be from ${earliest} to ${latest}.`)
    : undefined;
};

const mostNamed = 20;
const open = ({ options }: Field) => options.flatMap((one) => (one.archived ? [] : [one.value]));
const unknownOption = (field: Field): ValueFault => {
  const some = open(field).slice(0, mostNamed).join(', ');
  return { code: 'field_option_unknown', detail: `Must be one of the options: ${some || 'there are none'}.` };
};
const choice: Rule = (field, value) => {
  if (typeof value !== 'string') return notOfType('Must be the value of an option.');
  return open(field).includes(value) ? undefined : unknownOption(field);
};
const mostChosen = 50;
const multiChoice: Rule = (field, value, before) => {
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string'))
    return notOfType('Must be a list of options’ values.');
  if (value.length > mostChosen) return outOfRange(`Must be ${mostChosen} options at most.`);
  if (field.required && value.length === 0)
    return { code: 'field_required', detail: 'At least one option is needed.' };
  const known = new Set([...open(field), ...(Array.isArray(before) ? before : [])]);
  return value.every((one) => known.has(one)) ? undefined : unknownOption(field);
};

const checkbox: Rule = (_, value) =>
  typeof value === 'boolean' ? undefined : notOfType('Must be true or false.');

const linked = new RegExp(linkForm, 'u');
const link: Rule = (field, value) => {
  if (typeof value !== 'string' || !linked.test(value))
    return notOfType('Must be an address with http:, https:, mailto: or tel: in front.');
  const { most } = textBounds(field);
  return lengthOf(value) > most ? outOfRange(`Must have ${most} characters at most.`) : undefined;
};

const userId = new RegExp(userForm, 'u');
const user: Rule = (_, value) =>
  typeof value === 'string' && userId.test(value) ? undefined : notOfType('Must be the id of a user.');

const rules: Record<FieldType, Rule> = {
  text,
  longText: text,
  number,
  money,
  date,
  choice,
  multiChoice,
  checkbox,
  link,
  user,
};

/** What is wrong with a value of a field; undefined where nothing is. Whether a user is there the table says. */
export const faultOfValue: Rule = (field, value, before) => rules[field.type](field, value, before);

/** The value as it is kept: an option is in a list once. */
export const keptValue = ({ type }: Field, value: CustomValue): CustomValue =>
  type === 'multiChoice' && Array.isArray(value) ? [...new Set(value)] : value;
