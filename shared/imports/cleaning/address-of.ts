import { countryOf } from './read-fields.ts';
import { lineOf, present, type Row } from './row.ts';

type Address = Record<string, string>;
function addressOf(row: Row, name: 'address' | 'address2'): Address[] {
  const streets = [lineOf(row, `${name}.street`, 300), lineOf(row, `${name}.street2`, 300)];
  const street = streets.filter(Boolean).join(', ').slice(0, 300);
  const all = present({
    street: street || undefined,
    city: lineOf(row, `${name}.city`, 100),
    region: lineOf(row, `${name}.region`, 100),
    postalCode: lineOf(row, `${name}.postalCode`, 20),
    country: countryOf(row, `${name}.country`),
  });
  return Object.keys(all).length > 0 ? [all] : [];
}

/** The postal addresses of a row, and the country of the first that says one. */
export function addressesOf(row: Row): { addresses: Address[]; country: string | undefined } {
  const addresses = [...addressOf(row, 'address'), ...addressOf(row, 'address2')];
  return { addresses, country: addresses.find(({ country }) => country)?.country };
}
