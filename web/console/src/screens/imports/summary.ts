import type { ImportKind } from './kinds.ts';

type Values = Record<string, unknown>;
const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const partsOf = (value: unknown, part: string) =>
  Array.isArray(value) ? value.map((one: Values) => textOf(one[part])) : [];

/** What a row is called: its record's name, or what comes nearest to one. */
export function nameOfRow(values: Values): string {
  const person = [values.firstName, values.lastName].map(textOf).filter(Boolean).join(' ');
  const [mail] = partsOf(values.emails, 'address');
  const [phone] = partsOf(values.phones, 'number');
  const names = [person, values.name, values.number, values.subject, mail, phone, values.text, values.sku];
  return names.map(textOf).find(Boolean) ?? '';
}

const shown: Record<ImportKind, (values: Values) => unknown[]> = {
  contact: (of) => [
    ...partsOf(of.emails, 'address'),
    ...partsOf(of.phones, 'number'),
    of.jobTitle,
    of.company,
  ],
  company: (of) => [...(Array.isArray(of.domains) ? of.domains : []), of.website, of.industry],
  deal: (of) => [of.status, of.expectedCloseOn, ...partsOf(of.items, 'name')],
  product: (of) => [of.sku, of.category, of.unit],
  order: (of) => [of.status, textOf(of.placedAt).slice(0, 10), ...partsOf(of.items, 'name')],
  activity: (of) => [of.kind, textOf(of.at).slice(0, 10), of.outcome],
};
const most = 5;
/** What else tells a row from others, in a line. */
export function detailsOfRow(kind: ImportKind, values: Values): string {
  const name = nameOfRow(values);
  const details = shown[kind](values).map(textOf);
  return [...new Set(details)]
    .filter((one) => one && one !== name)
    .slice(0, most)
    .join(' · ');
}
