import { isKeptNumber } from '../../core/kept-number.ts';
import { localeOf } from './locale-of.ts';

/** Whether numbers of a country have a comma before the decimals (CLDR). */
function hasDecimalComma(country: string): boolean {
  const parts = new Intl.NumberFormat(localeOf(country)).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',';
}

const count = (text: string, sign: string) => text.split(sign).length - 1;
type Sign = ',' | '.';
/** `1,234` and `1.234`: a thousand and more, or a little more than one, as it is written there. */
function signOfThree(sign: Sign, country: string | undefined): Sign | undefined {
  if (country) return hasDecimalComma(country) === (sign === ',') ? sign : undefined;
  return sign === '.' ? sign : undefined;
}
/** The last of two different signs stands before the decimals; one that comes twice stands between thousands. */
function decimalSign(text: string, country: string | undefined): Sign | undefined {
  const [commas, dots] = [count(text, ','), count(text, '.')];
  if (commas > 0 && dots > 0) return text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  if (commas + dots !== 1) return undefined;
  const sign = commas > 0 ? ',' : '.';
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? signOfThree(sign, country) : sign;
}

const scales: readonly [RegExp, number][] = [
  [/(?<=\d)\s*(?:bn|mrd\.?|billion)$/i, 1e9],
  [/(?<=\d)\s*(?:m|mio\.?|mill?ion(?:en)?|mln)$/i, 1e6],
  [/(?<=\d)\s*(?:k|tsd\.?)$/i, 1e3],
];
const inBrackets = /^\((.*)\)$/;

/** The digits of a number with a dot before its decimals, or what is no number as it is. */
function plainDigits(text: string, country: string | undefined): string {
  const digits = text.replace(/[\s'’_]/g, '');
  const sign = decimalSign(digits.replace(/^[-+]/, ''), country);
  const whole = sign === ',' ? digits.replaceAll('.', '') : digits.replaceAll(',', '');
  if (sign === undefined) return digits.replace(/[.,]/g, '');
  return sign === ',' ? whole.replace(',', '.') : whole;
}

/** Digits in groups of three, as in India also of two; `16.12.1770` is no number. */
const grouped = /^[-+]?(?:\d+|\d{1,3}(?:[.,\s'’_]\d{2,3})*[.,\s'’_]\d{3})?(?:[.,]\d+)?(?:e[-+]?\d+)?$/i;

/**
 * A number as people write it: `1.234,56`, `1,234.56`, `1 234`, `(12)` for less than nothing, `3 Mio`. `1,234` is a thousand
 * and more where the country does not write its decimals so. Undefined where it is none.
 */
export function readNumber(written: string, country?: string): number | undefined {
  const bare = written.normalize('NFKC').replace(/−/g, '-').trim();
  const negative = inBrackets.exec(bare)?.[1];
  const text = (negative ?? bare).replace(/%$/, '').trim();
  const [ending, factor] = scales.find(([pattern]) => pattern.test(text)) ?? [/$^/, 1];
  const bareText = text.replace(ending, '').trim();
  if (!grouped.test(bareText)) return undefined;
  const digits = plainDigits(bareText, country);
  if (!/^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[-+]?\d+)?$/i.test(digits)) return undefined;
  const number = Number(digits) * factor * (negative === undefined ? 1 : -1);
  return isKeptNumber(number) ? number : undefined;
}
