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
  if (day === 'ambiguous')
    return fault(
      row,
      field,
      'date_ambiguous',
      `${said} may be two days: say whether the day or the month stands first.`,
    );
  return day ?? fault(row, field, 'date_unreadable', `${said} is no day.`);
}
const hintsOf = ({ context }: Row, more: DayHints = {}): DayHints => ({
  order: context.dayOrder,
  country: context.country,
  ...more,
});
/** A day; `isBirthday`: one that is over, and may have no year. */
export function dayOf(row: Row, field: string, isBirthday = false): string | undefined {
  const said = row.said.get(field);
  if (said === undefined || /^[0/.\- ]+$/.test(said)) return undefined;
  const hints = hintsOf(row, isBirthday ? { yearless: true, pivot: 27 } : {});
  const day = dated(row, field, readDay(said, hints), said);
  if (day) noteChange(row.notes, field, said, day, why.day);
  return day;
}
export function instantOf(row: Row, field: string): string | undefined {
  const said = row.said.get(field);
  if (said === undefined || /^[0/.\- ]+$/.test(said)) return undefined;
  return dated(row, field, readInstant(said, hintsOf(row)), said);
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

export const numberOf: Read<number> = (row, field) => {
  const said = row.said.get(field);
  if (said === undefined) return undefined;
  return (
    readNumber(said, row.context.country) ?? fault(row, field, 'number_unreadable', `${said} is no number.`)
  );
};
/** A whole number; of a range (`51-200`) the lower end. */
export function countOf(row: Row, field: string): number | undefined {
  const said = row.said.get(field);
  const range = /^(\d[\d.,]*)\s*(?:[-–]|to|bis)\s*\d[\d.,]*$|^(\d[\d.,]*)\s*\+$/.exec(said ?? '');
  const text = range?.[1] ?? range?.[2] ?? said;
  if (text === undefined) return undefined;
  const number = readNumber(text, row.context.country);
  if (number === undefined || number < 0)
    return fault(row, field, 'number_unreadable', `${said} is no number.`);
  if (said && range)
    noteChange(row.notes, field, said, String(Math.round(number)), 'The lower end of a range.');
  return Math.round(number);
}
/** Money in hundredths; less than nothing is none that a record takes. */
export function moneyOf(row: Row, field: string): { cents: number; currency?: string } | undefined {
  const said = row.said.get(field);
  if (said === undefined) return undefined;
  const money = readMoney(said, row.context.country);
  if (!money) return fault(row, field, 'amount_unreadable', `${said} is no amount.`);
  return money.cents < 0 ? fault(row, field, 'amount_negative', `${said} is less than nothing.`) : money;
}

const yes = /^(?:yes|y|true|1|x|ja|oui|si|sí|sì|sim|tak|да|是|はい|active|aktiv|on)$/i;
const no = /^(?:no|n|false|0|nein|non|não|nao|nee|nie|нет|否|いいえ|inactive|inaktiv|off|archived)$/i;
export const booleanOf: Read<boolean> = (row, field) => {
  const said = row.said.get(field);
  if (said === undefined) return undefined;
  if (yes.test(said)) return true;
  return no.test(said) ? false : fault(row, field, 'choice_unknown', `${said} is neither yes nor no.`);
};
