import { Currency } from '../../core/codes.ts';
import { readNumber } from './read-number.ts';

/** Signs that are of one currency; `$` and `kr` are of several, and say nothing. */
const signs: readonly [string, string][] = [
  ['US$', 'USD'],
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['zł', 'PLN'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['Kč', 'CZK'],
  ['Euro', 'EUR'],
  ['CHF', 'CHF'],
  ['Fr.', 'CHF'],
];
const without = /\$|¥|￥|円|元|kr\.?|,-+$|\.-+$/gi;

/** The code of a currency as it is written: `eur`, `€`. */
export function currencyCode(written: string): string | undefined {
  const text = written.trim();
  const code = text.toUpperCase();
  if (Currency.safeParse(code).success) return code;
  return signs.find(([sign]) => sign.toLowerCase() === text.toLowerCase())?.[1];
}

type Money = { cents: number; currency?: string };
/** Money in hundredths of its unit, half of one up, with its currency where it says one: `€ 1.234,50`, `USD 12`, `12,-`. */
export function readMoney(written: string, country?: string): Money | undefined {
  const text = written.trim();
  const code = /(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/.exec(text)?.[0];
  const ofCode = code && currencyCode(code);
  const sign = signs.find(([one]) => text.includes(one));
  const currency = ofCode || sign?.[1];
  const left = text.replace(ofCode ? code : '', '').replace(sign?.[0] ?? '', '');
  const number = readNumber(left.replace(without, ''), country);
  if (number === undefined) return undefined;
  const cents = Math.round(Number((number * 100).toFixed(4)));
  if (!Number.isSafeInteger(cents)) return undefined;
  return { cents, ...(currency && { currency }) };
}
