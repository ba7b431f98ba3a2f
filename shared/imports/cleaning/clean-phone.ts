import { normalPhones, toE164 } from '../../contacts/phone.ts';

type Country = string;
/** The countries of a calling code, that of the row first. */
async function countriesOf(written: string, first: Country): Promise<Country[]> {
  const { getCountries, getCountryCallingCode } = await import('libphonenumber-js/min');
  const digits = written.replace(/\D/g, '');
  const all = getCountries().filter((country) => digits.startsWith(getCountryCallingCode(country)));
  return all.toSorted((a, b) => Number(b === first) - Number(a === first));
}

const trunkZero = /^(\+[\d\s]*\d)\s*[([]0[)\]]\s*/;
type Try = { number: string; country: Country };
/** `+49 (0)30 1234`: the zero is dialled within the country alone. */
async function triesOfTrunkZero(written: string, country: Country): Promise<Try[]> {
  const code = trunkZero.exec(written)?.[1];
  if (!code) return [];
  const rest = written.replace(trunkZero, '');
  const countries = await countriesOf(code, country);
  return [
    ...countries.map((one) => ({ number: `0${rest}`, country: one })),
    { number: `${code} ${rest}`, country },
  ];
}

const notes = /^[^\d+(]*:\s*|[^\d)]*\((?:mobil|mobile|cell|work|home|privat|office|büro|fax)\)$/gi;
const extension = /;ext=(\d+)|\s*(?:dw|durchwahl|poste|int)\.?\s*(\d{1,6})$/i;
/** A number without what is written around it, `00` as the plus that it stands for. */
const plainNumber = (written: string) =>
  written
    .normalize('NFKC')
    .replace(/^tel:/i, '')
    .replace(notes, '')
    .replace(extension, ' ext. $1$2')
    .replace(/[‐-―−]/g, '-')
    .trim()
    .replace(/^(?:00|\(00\)|\+00)(?=[-\s()\d])/, '+')
    .replace(/^\+[-\s]+/, '+');

/** No country: only a number with its own code is understood. */
const nowhere = 'AQ';
type CleanPhone = { number: string; extension?: string };

async function firstOf(tries: readonly Try[]): Promise<CleanPhone | undefined> {
  for (const { number, country } of tries)
    if (await toE164(number, country)) return (await normalPhones([{ number }], country))[0];
  return undefined;
}

/**
 * A phone number in E.164 with its extension apart, as people and programs write it: `030 12 34`, `+49 (0)30 1234`,
 * `0049…`, `tel:+49…`. A number without a code is of `country`. Undefined where it cannot be called.
 */
export async function cleanPhone(
  written: string,
  country: string | undefined,
): Promise<CleanPhone | undefined> {
  const number = plainNumber(written);
  const home = country ?? nowhere;
  const raw = { number: written.trim(), country: home };
  return firstOf([...(await triesOfTrunkZero(number, home)), { number, country: home }, raw]);
}

const between = /\s*(?:;|\n|:::|\||\s\/\s|,(?=\s*[+(0])|\bor\b|\boder\b)\s*/i;
/** The numbers of a cell that holds several. */
export const phonesIn = (cell: string): string[] =>
  cell.startsWith('tel:') ? [cell] : cell.split(between).filter((one) => /\d/.test(one) || one.length > 0);
