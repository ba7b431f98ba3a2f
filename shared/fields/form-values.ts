import type { Catalogue } from './catalogue.ts';
import { examined, type Undeclared } from './checked-custom.ts';
import type { CustomFields, CustomValue } from './custom.ts';
import type { Field, FieldType } from './field.ts';

const numberForm = /^[+-]?\d{1,15}(?:\.\d{1,10})?$/;
const yes = ['on', 'true', '1', 'yes'];
const no = ['off', 'false', '0', 'no'];
const folded = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** The option that somebody wrote, by its value or as they read it. */
const optionOf = ({ options }: Field, written: string): string =>
  options.find(({ value }) => value === written)?.value ??
  options.find(({ label }) => folded(label) === folded(written))?.value ??
  written;
const checked = (written: string): CustomValue => {
  if (yes.includes(folded(written))) return true;
  return no.includes(folded(written)) ? false : written;
};
const read: Partial<Record<FieldType, (written: string, field: Field) => CustomValue>> = {
  number: (written) => (numberForm.test(written.trim()) ? Number(written) : written),
  checkbox: checked,
  choice: (written, field) => optionOf(field, written),
  multiChoice: (written, field) => [optionOf(field, written)],
  link: (written) => written.trim(),
  date: (written) => written.trim(),
};

/** A form knows texts, and lists of them: what one means to a field. */
function meant(field: Field | undefined, value: CustomValue): CustomValue {
  if (!field) return value;
  if (typeof value === 'string') return read[field.type]?.(value, field) ?? value;
  if (field.type === 'multiChoice' && Array.isArray(value)) return value.map((one) => optionOf(field, one));
  return value;
}

/**
 * What of a form's custom values a record can take, typed as its fields are. What does not fit is left out, and stays on the
 * submission as it was written: no lead is lost over it. A visitor names no user.
 */
export function fittingValues(
  catalogue: Catalogue,
  undeclared: Undeclared,
  written: CustomFields,
): CustomFields {
  const fields = new Map(catalogue.fields.map((field) => [field.key, field]));
  const after = Object.fromEntries(
    Object.entries(written)
      .filter(([key]) => fields.get(key)?.type !== 'user')
      .map(([key, value]) => [key, meant(fields.get(key), value)]),
  );
  return examined(catalogue, undeclared, { before: {}, after }).custom;
}
