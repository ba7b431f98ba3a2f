import { AppError, type ErrorDetail } from '../core/errors.ts';
import { type Condition, parsedOf, spanOf } from './condition.ts';
import type { Fields, FieldType } from './fields.ts';
import { isDay, isMoment } from './moment.ts';
import type { Fault, Leaf, Test } from './parse-condition.ts';
import { shiftOf } from './shift.ts';

const equality: Test[] = ['$eq', '$ne', '$in', '$nin', '$exists'];
const order: Test[] = ['$gt', '$gte', '$lt', '$lte'];
const time: Test[] = ['$before', '$after', '$within'];
const textual: Test[] = ['$contains', '$startsWith'];
const testsOf: Record<FieldType['type'], readonly Test[]> = {
  text: [...equality, ...textual],
  choice: equality,
  id: equality,
  boolean: equality,
  number: [...equality, ...order],
  date: [...equality, ...order, ...time],
  instant: [...equality, ...order, ...time],
  any: [...equality, ...order, ...time, ...textual],
};
const idForm = /^[a-z]{2}_[0-9A-HJKMNP-TV-Z]{26}$/;
const isText = (value: unknown): value is string => typeof value === 'string';
const isWholeDay = (value: unknown) =>
  isText(value) && (value === 'today' || isDay(value) || (shiftOf(value)?.unit ?? 'h') !== 'h');

/** Whether a value is one that the field may have. */
function fits(value: unknown, field: FieldType): boolean {
  if (field.type === 'choice') return isText(value) && field.values.includes(value);
  if (field.type === 'any') return true;
  if (field.type === 'number' || field.type === 'boolean') return typeof value === field.type;
  if (!isText(value)) return false;
  if (field.type === 'id') return idForm.test(value);
  if (field.type === 'date') return isWholeDay(value);
  return field.type === 'text' || isMoment(value);
}
const wanted: Record<FieldType['type'], string> = {
  text: 'a text',
  choice: 'one of its values',
  id: 'an id',
  boolean: 'true or false',
  number: 'a number',
  date: 'a day (2026-11-30), `today`, or a distance of days, weeks, months or years',
  instant: 'a day, an instant, `today`, or a distance like `-365d`',
  any: 'anything',
};

function faultOf({ path, test, operand, at }: Leaf, fields: Fields): Fault | undefined {
  const field = fields.get(path);
  if (!field) return { at, detail: `There is no field ${path} to ask for.` };
  const tests = testsOf[field.type];
  if (!tests.includes(test)) return { at, detail: `${path} is compared by ${tests.join(', ')}.` };
  if (test === '$exists' || textual.includes(test)) return undefined;
  const values = test === '$within' ? spanOf(operand) : [operand].flat();
  if (values.every((value) => fits(value, field))) return undefined;
  const which = field.type === 'choice' ? `one of ${field.values.join(', ')}` : wanted[field.type];
  return { at, detail: `${path} is compared with ${which}.` };
}

const pointerTo = (base: string, { at }: Fault) =>
  `${base}${at.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;

/**
 * Holds a condition to the fields that there are and to the comparisons that they have. `pointer`: where it stands in the
 * request. Throws 400 `condition_invalid` with a pointer for each fault.
 */
export function assertCondition(condition: Condition, fields: Fields, pointer: string): void {
  const { faults, leaves } = parsedOf(condition);
  const all = [...faults, ...leaves.flatMap((leaf) => faultOf(leaf, fields) ?? [])];
  if (all.length === 0) return;
  const errors = all.map(
    (fault): ErrorDetail => ({
      pointer: pointerTo(pointer, fault),
      code: 'condition_invalid',
      detail: fault.detail,
    }),
  );
  const detail = 'The condition cannot be asked of these records; see errors.';
  throw new AppError('invalid', 'condition_invalid', detail, { errors });
}
