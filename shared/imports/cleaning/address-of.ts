import { countryOf } from './read-fields.ts';
import { lineOf, present, type Row } from './row.ts';

type Address = Record<string, string>;
/** Where the number of a house is written before its street (UPU, Postal addressing systems). */
const numberFirst = new Set(
  'AU BD CA CN FR GB HK IE IL IN KE LU MA MY NG NZ PH PK SG TH TN US ZA'.split(' '),
);

/** The street with the number of the house, where that has a column of its own. */
function streetOf(row: Row, name: string, country: string | undefined): string | undefined {
  const [street, number] = [lineOf(row, `${name}.street`, 300), lineOf(row, `${name}.houseNumber`, 20)];
  const isFirst = numberFirst.has(country ?? row.context.country ?? '');
  const first = (isFirst ? [number, street] : [street, number]).filter(Boolean).join(' ');
  const all = [first, lineOf(row, `${name}.street2`, 300)].filter(Boolean).join(', ');
  return all.slice(0, 300) || undefined;
}

function addressOf(row: Row, name: 'address' | 'address2'): Address[] {
  const country = countryOf(row, `${name}.country`);
  const all = present({
    street: streetOf(row, name, country),
    city: lineOf(row, `${name}.city`, 100),
    region: lineOf(row, `${name}.region`, 100),
    postalCode: lineOf(row, `${name}.postalCode`, 20),
    country,
  });
  return Object.keys(all).length > 0 ? [all] : [];
}

/** The postal addresses of a row, and the country of the first that says one. */
export function addressesOf(row: Row): { addresses: Address[]; country: string | undefined } {
  const addresses = [...addressOf(row, 'address'), ...addressOf(row, 'address2')];
  return { addresses, country: addresses.find(({ country }) => country)?.country };
}
