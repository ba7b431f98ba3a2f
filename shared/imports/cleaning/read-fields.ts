import { Language } from '../../core/codes.ts';
import { countryCode } from './country-code.ts';
import { languageTag } from './language-tag.ts';
import { nearCountry } from './near-country.ts';
import { noteChange } from './notes.ts';
import { type DayHints, type DayRead, readDay } from './read-day.ts';
import { readInstant } from './read-instant.ts';
import { currencyCode, readMoney } from './read-money.ts';
import { readNumber } from './read-number.ts';
import { fault, type Row } from './row.ts';

const why = {
  day: 'A day is written like 2020-03-05.',
  country: 'A country is named by its code.',
  currency: 'A currency is named by its code.',
  language: 'A language is named by its tag.',
  url: 'An address of the web begins with https://.',
};
type Read<T> = (row: Row, field: string) => T | undefined;

function dated(row: Row, field: string, day: DayRead, said: string): string | undefined {
  const ambiguous = `${said} may be two days: say whether the day or the month stands first.`;
  if (day === 'ambiguous') return fault(row, field, 'date_ambiguous', ambiguous);
  return day ?? fault(row, field, 'date_unreadable', `${said} is no day.`);
}
/** What is not a birthday is of a time that records take. */
function inTime(row: Row, field: string, at: string | undefined): string | undefined {
  if (at === undefined || (at >= '1970' && at < '2200-12-31')) return at;
  return fault(row, field, 'date_out_of_range', `${at.slice(0, 10)} is before 1970 or after 2200.`);
}
const hintsOf = ({ context }: Row, more: DayHints = {}): DayHints => ({
  order: context.dayOrder,
  country: context.country,
  ...more,
});
/** A birthday is over: a year of two digits that is to come is one of the century before. */
const firstOfLastCentury = 27;
/** A day; `isBirthday`: one that is over, and may have no year. */
export function dayOf(row: Row, field: string, isBirthday = false): string | undefined {
  const said = row.said.get(field);
  if (said === undefined || /^[0/.\- ]+$/.test(said)) return undefined;
  const hints = hintsOf(row, isBirthday ? { yearless: true, pivot: firstOfLastCentury } : {});
  const read = dated(row, field, readDay(said, hints), said);
  const day = isBirthday ? read : inTime(row, field, read);
  if (day) noteChange(row.notes, field, said, day, why.day);
  return day;
}
export function instantOf(row: Row, field: string): string | undefined {
  const said = row.said.get(field);
  if (said === undefined || /^[0/.\- ]+$/.test(said)) return undefined;
  return inTime(row, field, dated(row, field, readInstant(said, hintsOf(row)), said));
}

/** A code that a value is turned into; what is not understood is a fault. */
const coded =
  (read: (said: string) => string | undefined, code: string, reason: string, what: string): Read<string> =>
  (row, field) => {
    const said = row.said.get(field);
    if (said === undefined) return undefined;
    const found = read(said);
    if (found === undefined) return fault(row, field, code, `${said} is no ${what} that is known.`);
    noteChange(row.notes, field, said, found, reason);
    return found;
  };

const knownCountry = coded(countryCode, 'country_unknown', why.country, 'country');
/** A misspelt country is asked about, by its code. */
export const countryOf: Read<string> = (row, field) => {
  const said = row.said.get(field);
  const near = said !== undefined && countryCode(said) === undefined ? nearCountry(said) : undefined;
  if (said && near) row.notes.suggestions.push({ field, from: said, to: near, confidence: 0.9 });
  return knownCountry(row, field);
};
export const currencyOf = coded(currencyCode, 'currency_unknown', why.currency, 'currency');
const asTag = (said: string) => languageTag(said) ?? (Language.safeParse(said).success ? said : undefined);
export const languageOf = coded(asTag, 'language_unknown', why.language, 'language');
function zoneName(said: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: said }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
export const timeZoneOf = coded(
  zoneName,
  'time_zone_unknown',
  'Time zones are named as IANA does.',
  'time zone',
);

function webAddress(said: string): string | undefined {
  const [first = ''] = said.split(/\s+|,|;/);
  const whole = /^https?:\/\//i.test(first) ? first : `https://${first}`;
  if (!URL.canParse(whole)) return undefined;
  const { hostname } = new URL(whole);
  return hostname.length > 3 && whole.length <= 500
    ? whole.replace(/^https?/i, (scheme) => scheme.toLowerCase())
    : undefined;
}
export const urlOf = coded(webAddress, 'url_unreadable', why.url, 'address of the web');

type Bounds = { least: number; most: number };
const outside = (number: number, { least, most }: Bounds) => number < least || number > most;
const anyNumber: Bounds = { least: -Number.MAX_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER };

export function numberOf(row: Row, field: string, bounds = anyNumber): number | undefined {
  const said = row.said.get(field);
  if (said === undefined) return undefined;
  const number = readNumber(said, row.context.country);
  if (number === undefined) return fault(row, field, 'number_unreadable', `${said} is no number.`);
  const range = `${said} is not from ${bounds.least} to ${bounds.most}.`;
  return outside(number, bounds) ? fault(row, field, 'number_out_of_range', range) : number;
}

const range = /^(\d[\d.,]*)\s*(?:[-–]|to|bis)\s*\d[\d.,]*$|^(\d[\d.,]*)\s*\+$/;
const mostCounted = 10_000_000;
/** A whole number; of a range (`51-200`) the lower end. */
export function countOf(row: Row, field: string): number | undefined {
  const said = row.said.get(field);
  if (said === undefined) return undefined;
  const [, low, least] = range.exec(said) ?? [];
  const number = readNumber(low ?? least ?? said, row.context.country);
  if (number === undefined || outside(number, { least: 0, most: mostCounted }))
    return fault(row, field, 'number_unreadable', `${said} is no number from 0 to ${mostCounted}.`);
  const count = Math.round(number);
  if (low ?? least) noteChange(row.notes, field, said, String(count), 'The lower end of a range.');
  return count;
}

/** Money in hundredths, not less than nothing. */
export function moneyOf(
  row: Row,
  field: string,
  mostCents = 1_000_000_000_000,
): { cents: number; currency?: string } | undefined {
  const said = row.said.get(field);
  if (said === undefined) return undefined;
  const money = readMoney(said, row.context.country);
  if (!money) return fault(row, field, 'amount_unreadable', `${said} is no amount.`);
  const bounds = { least: 0, most: mostCents };
  return outside(money.cents, bounds)
    ? fault(row, field, 'amount_out_of_range', `${said} is less than nothing, or more than records take.`)
    : money;
}

const yes = /^(?:yes|y|true|1|x|ja|oui|si|sí|sì|sim|tak|да|是|はい|active|aktiv|on)$/i;
const no = /^(?:no|n|false|0|nein|non|não|nao|nee|nie|нет|否|いいえ|inactive|inaktiv|off|archived)$/i;
export const booleanOf: Read<boolean> = (row, field) => {
  const said = row.said.get(field);
  if (said === undefined) return undefined;
  if (yes.test(said)) return true;
  return no.test(said) ? false : fault(row, field, 'choice_unknown', `${said} is neither yes nor no.`);
};
