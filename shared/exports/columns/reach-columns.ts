import { type Column, column, joined } from './column.ts';

type Phone = {
  number: string;
  extension?: string | undefined;
  type?: string | undefined;
  label?: string | undefined;
};
const written = ({ number, extension }: Phone) => (extension ? `${number} ext. ${extension}` : number);
type Reached = { phones?: readonly Phone[] | undefined };
const typeOf = (phone: Phone | undefined) => phone?.type ?? phone?.label;

/** The first three phones, with what kind they are; whatever there is besides stands in the last. */
export const phoneColumns = (withTypes: boolean): readonly Column<Reached>[] =>
  [0, 1, 2].flatMap((n) => {
    const header = n === 0 ? 'Phone' : `Phone ${n + 1}`;
    const number = column<Reached>('phones', header, ({ phones = [] }) =>
      joined(phones.slice(n, n === 2 ? undefined : n + 1).map(written)),
    );
    const type = column<Reached>('phones', `${header} type`, ({ phones }) => typeOf(phones?.[n]));
    return withTypes ? [number, type] : [number];
  });

type Part = 'street' | 'city' | 'region' | 'postalCode' | 'country';
type Placed = { addresses?: readonly { [P in Part]?: string | undefined }[] | undefined };
const parts: readonly [Part, string][] = [
  ['street', 'street'],
  ['city', 'city'],
  ['region', 'region'],
  ['postalCode', 'postal code'],
  ['country', 'country'],
];
const upper = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
/** The first two postal addresses, part by part. */
export const addressColumns: readonly Column<Placed>[] = [0, 1].flatMap((n) =>
  parts.map(([part, word]) =>
    column<Placed>(
      'addresses',
      n === 0 ? upper(word) : `Address 2 ${word}`,
      ({ addresses }) => addresses?.[n]?.[part],
    ),
  ),
);
