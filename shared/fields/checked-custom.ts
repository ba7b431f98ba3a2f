import { canonical } from '../core/canonical.ts';
import { AppError, type ErrorDetail } from '../core/errors.ts';
import { mostCustomBytes } from '../records/common-fields.ts';
import type { Catalogue } from './catalogue.ts';
import { type CustomFields, type CustomKeys, type CustomValue, foldedValue } from './custom.ts';
import type { Field } from './field.ts';
import { faultOfValue, keptValue, type ValueFault } from './field-value.ts';
import { lengthOf } from './limits.ts';

/** Whether names that no field declares are taken as they come. */
export type Undeclared = 'accept' | 'refuse';
/** A record's custom values as they were (none of a new one) and as they would be, after the merge of a patch. */
export type Sides = {
  before?: CustomFields | undefined;
  after: CustomFields;
  /** What the record held of unique values. */
  keys?: CustomKeys | undefined;
};
export type Examined = {
  custom: CustomFields;
  customKeys: CustomKeys;
  /** Users who are newly named, by field: they must be there. */
  users: { key: string; id: string }[];
  faults: ErrorDetail[];
};

const mostUndeclared = 5000;

const at = (all: CustomFields | undefined, key: string): CustomValue | undefined =>
  all && Object.hasOwn(all, key) ? all[key] : undefined;
const isChanged = ({ before, after }: Sides, key: string) =>
  canonical(at(before, key)) !== canonical(at(after, key));
export const changedNames = (sides: Sides): string[] =>
  [...new Set([...Object.keys(sides.before ?? {}), ...Object.keys(sides.after)])].filter((key) =>
    isChanged(sides, key),
  );

function faultOfUndeclared(key: string, value: CustomValue, rule: Undeclared): ValueFault | undefined {
  if (rule === 'refuse') return { code: 'field_unknown', detail: `There is no custom field ${key}.` };
  if (typeof value === 'object' && !Array.isArray(value))
    return { code: 'field_type', detail: 'Only a field of type money takes an object.' };
  if (typeof value !== 'string' || lengthOf(value) <= mostUndeclared) return undefined;
  return { code: 'field_out_of_range', detail: `Must have ${mostUndeclared} characters at most.` };
}

const archived = ({ key }: Field): ValueFault => ({
  code: 'field_archived',
  detail: `The field ${key} is in the archive; it takes no values.`,
});
const required = ({ key }: Field): ValueFault => ({ code: 'field_required', detail: `${key} is needed.` });

type Ground = { fields: ReadonlyMap<string, Field>; undeclared: Undeclared };
/** What is wrong with a name whose value changes. What stays as it was is never asked about again. */
function faultOfChange({ fields, undeclared }: Ground, sides: Sides, key: string): ValueFault | undefined {
  const value = at(sides.after, key);
  const field = fields.get(key);
  if (value === undefined) return field?.required && !field.archived ? required(field) : undefined;
  if (!field) return faultOfUndeclared(key, value, undeclared);
  return field.archived ? archived(field) : faultOfValue(field, value, at(sides.before, key));
}

/** What a new record has before anybody says anything. */
const defaultsOf = ({ fields }: Catalogue): CustomFields =>
  Object.fromEntries(
    fields.flatMap((field) =>
      field.default === undefined || field.archived ? [] : [[field.key, field.default]],
    ),
  );

/** Values that changed are claimed, and those that were claimed before; what was there before its field was stays free. */
function keysOf({ fields }: Catalogue, { before, keys = [] }: Sides, custom: CustomFields): CustomKeys {
  return fields.flatMap(({ key, unique }) => {
    const value = at(custom, key);
    if (!unique || value === undefined) return [];
    const wasHeld = before === undefined || keys.some((one) => one.key === key);
    return wasHeld || isChanged({ before, after: custom }, key) ? [{ key, value: foldedValue(value) }] : [];
  });
}

/**
 * A record's custom values held to its kind's fields. Names at fault keep what was there before, to the letter, as what does not change does:
 * for a door that loses no lead over a field. Whoever refuses throws by `faults`. Pure; users and unique values are for the transaction to hold.
 */
export function examined(catalogue: Catalogue, undeclared: Undeclared, given: Sides): Examined {
  const isNew = given.before === undefined;
  const sides = isNew ? { ...given, after: { ...defaultsOf(catalogue), ...given.after } } : given;
  const fields = new Map(catalogue.fields.map((field) => [field.key, field]));
  const changed = changedNames(sides);
  const wrong = new Map(
    changed.flatMap((key) => {
      const fault = faultOfChange({ fields, undeclared }, sides, key);
      return fault ? [[key, fault] as const] : [];
    }),
  );
  const missing = isNew
    ? catalogue.fields.filter(
        (field) => field.required && !field.archived && at(sides.after, field.key) === undefined,
      )
    : [];
  const custom = Object.fromEntries(
    [...new Set([...Object.keys(sides.after), ...wrong.keys()])].flatMap((key) => {
      const value = wrong.has(key) ? at(sides.before, key) : at(sides.after, key);
      const field = wrong.has(key) || !isChanged(sides, key) ? undefined : fields.get(key);
      return value === undefined ? [] : [[key, field ? keptValue(field, value) : value]];
    }),
  );
  const faults = [...wrong, ...missing.map((field) => [field.key, required(field)] as const)];
  return {
    custom,
    customKeys: keysOf(catalogue, sides, custom),
    users: changed.flatMap((key) => {
      const id = at(custom, key);
      const isNamed = fields.get(key)?.type === 'user' && !wrong.has(key);
      return isNamed && typeof id === 'string' ? [{ key, id }] : [];
    }),
    faults: faults.map(([key, fault]) => ({ pointer: `/custom/${key}`, ...fault })),
  };
}

/** The same for a door that refuses. Throws `validation_failed` with a pointer and a code for each fault. */
export function checkedCustom(
  catalogue: Catalogue,
  undeclared: Undeclared,
  sides: Sides,
): Omit<Examined, 'faults'> {
  const { faults, ...good } = examined(catalogue, undeclared, sides);
  if (faults.length > 0)
    throw new AppError('invalid', 'validation_failed', 'The request is not valid; see errors.', {
      errors: faults.slice(0, 50),
    });
  if (changedNames(sides).length > 0 && Buffer.byteLength(JSON.stringify(good.custom)) > mostCustomBytes) {
    const detail = `Custom fields hold ${mostCustomBytes} bytes at most in all.`;
    const errors = [{ pointer: '/custom', code: 'too_big', detail }];
    throw new AppError('invalid', 'validation_failed', detail, { errors });
  }
  return good;
}
