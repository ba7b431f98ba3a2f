import * as z from 'zod';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const isRegion = (code: string) => code !== 'ZZ' && regions.of(code) !== undefined; // ZZ is the one that is not known
function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
let currencies: ReadonlySet<string> | undefined;
const isCurrency = (code: string) => {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies.has(code);
};

/** A currency by its code (ISO 4217). */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'Must be an ISO 4217 code like EUR.')
  .refine((code) => !/^[A-Z]{3}$/.test(code) || isCurrency(code), 'There is no such currency; like EUR.');
/** A country by its code (ISO 3166-1 alpha-2). */
export const Country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'Must be an ISO 3166-1 code like DE.')
  .refine((code) => !/^[A-Z]{2}$/.test(code) || isRegion(code), 'There is no such country; like DE.');
/** A language by its tag (BCP 47). */
export const Language = z.string().max(35).refine(isLanguage, 'Name a language by BCP 47, like de or pt-BR.');
