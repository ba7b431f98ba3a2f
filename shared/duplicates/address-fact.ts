import type * as z from 'zod';
import type { Address } from '../records/address.ts';
import { wordsIn } from '../search/fold.ts';
import { bigramsOf } from './likeness.ts';
import { type NameFact, nameFact } from './name-fact.ts';

export type AddressFact = {
  /** The words of the street without what streets are called, and without the house number. */
  street: string;
  bigrams: readonly number[];
  /** How the first telling word of the street sounds. */
  streetSound: string | undefined;
  /** The house number: the first word of the street that begins with a digit, where a line begins or ends with it. */
  number: string | undefined;
  city: NameFact | undefined;
  postalCode: string | undefined;
  region: string | undefined;
  country: string | undefined;
};

const streetTypes = new Set(
  `allee apartment apt avenida ave avenue blvd boulevard calle circle circuit close court cove crescent ct dr drive flat floor
   gasse highway hwy lane ln loop parade pass place platz pl plaza rd ring road route rue ruta square st str strasse straat
   street suite terrace ter unit via viale vicolo way weg`.split(/\s+/),
);
const hasDigit = /^\d/;
const glued = /(?<=\p{L}{3})(?:strasse|straat|str|gasse|platz|weg)$/u; // Hauptstrasse, Hauptstr.

/** The house number of a line: at its beginning (12 High Street) or at its end (Hauptstrasse 12). */
const numberOf = (words: string[]): string | undefined =>
  [words[0], words.at(-1)].find((word) => word !== undefined && hasDigit.test(word));

type StreetFact = Pick<AddressFact, 'street' | 'bigrams' | 'streetSound' | 'number'>;
function streetFact(written = ''): StreetFact {
  const lines = written.split(/[\n,;]/).map((line) => wordsIn(line).map(({ folded }) => folded));
  const number = lines.map(numberOf).find(Boolean);
  const words = lines.flat().filter((word) => !hasDigit.test(word));
  const telling = words.filter((word) => !streetTypes.has(word)).map((word) => word.replace(glued, ''));
  const street = (telling.length ? telling : words).join(' ');
  return { street, bigrams: bigramsOf(street), streetSound: nameFact(street.split(' ')[0])?.sound, number };
}

const joined = (text: string | undefined): string | undefined => nameFact(text)?.text;

export const addressFact = (address: z.infer<typeof Address>): AddressFact => ({
  ...streetFact(address.street),
  city: nameFact(address.city),
  postalCode: joined(address.postalCode),
  region: joined(address.region),
  country: address.country,
});
