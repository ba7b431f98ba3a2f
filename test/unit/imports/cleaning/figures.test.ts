import { expect, it } from 'vitest';
import { countryCode } from '../../../../shared/imports/cleaning/country-code.ts';
import { languageTag } from '../../../../shared/imports/cleaning/language-tag.ts';
import { nearCountry } from '../../../../shared/imports/cleaning/near-country.ts';
import { readMoney } from '../../../../shared/imports/cleaning/read-money.ts';
import { readNumber } from '../../../../shared/imports/cleaning/read-number.ts';
import { suggestSpelling } from '../../../../shared/imports/cleaning/spelling.ts';

it.each([
  ['1.234,56', undefined, 1234.56],
  ['1,234.56', undefined, 1234.56],
  ['1 234,5', undefined, 1234.5],
  ["1'234.50", 'CH', 1234.5],
  ['1,234', undefined, 1234],
  ['1.234', 'DE', 1234],
  ['1.234', 'US', 1.234],
  ['0,5', undefined, 0.5],
  ['(12)', undefined, -12],
  ['−5', undefined, -5],
  ['3 Mio', undefined, 3_000_000],
  ['12k', undefined, 12_000],
  ['1.234.567', undefined, 1_234_567],
  ['12,34,567', undefined, 1_234_567],
  ['10%', undefined, 10],
])('the number %s in %s is %d', (written, country, number) => {
  expect(readNumber(written, country)).toBe(number);
});

it.each(['abc', '16.12.1770', '1-2', '', '1e400', '12 34'])('%s is no number', (written) => {
  expect(readNumber(written)).toBeUndefined();
});

it.each([
  ['€ 1.234,50', { cents: 123450, currency: 'EUR' }],
  ['USD 12', { cents: 1200, currency: 'USD' }],
  ['100 zł', { cents: 10000, currency: 'PLN' }],
  ['$4,821.00', { cents: 482100 }],
  ['12,-', { cents: 1200 }],
  ['1.005', { cents: 101 }],
])('%s is money', (written, money) => {
  expect(readMoney(written)).toEqual(money);
});

it.each([
  ['Deutschland', 'DE'],
  ['Allemagne', 'DE'],
  ['Niemcy', 'DE'],
  ['UK', 'GB'],
  ['England', 'GB'],
  ['U.S.A.', 'US'],
  ['the Netherlands', 'NL'],
  ['Korea (South)', 'KR'],
  ['日本', 'JP'],
  ['Россия', 'RU'],
  ['fra', 'FR'],
  ['us', 'US'],
])('the country %s is %s', (written, code) => {
  expect(countryCode(written)).toBe(code);
});

it('a country that is misspelt is guessed, and none where two are as near', () => {
  expect(countryCode('Philipines')).toBeUndefined();
  expect(nearCountry('Philipines')).toBe('PH');
  expect(nearCountry('Germny')).toBe('DE');
  expect(nearCountry('Nowhereland')).toBeUndefined();
});

it('a language is known by its name in many languages, and by its tag', () => {
  expect(['German', 'Deutsch', 'allemand', 'de_AT', 'pt-br', 'EN'].map(languageTag)).toEqual([
    'de',
    'de',
    'de',
    'de-AT',
    'pt-BR',
    'en',
  ]);
  expect(languageTag('Klingonese')).toBeUndefined();
});

const products = ['GTX Basic', 'GTX Pro', 'GTX Plus Basic', 'GTX Plus Pro', 'MG Special', 'GTK 500'];
it.each([
  ['GTXPro', products, 'GTX Pro'],
  ['gtx basic', products, 'GTX Basic'],
  ['technolgy', ['technology', 'retail'], 'technology'],
  ['Philipines', ['Philippines', 'Poland'], 'Philippines'],
  ['Cancty Software', ['Cancity Software', 'Isdom'], 'Cancity Software'],
])('%s was probably to be one of those that are known', (written, known, meant) => {
  expect(suggestSpelling(written, known)?.to).toBe(meant);
});

it.each([
  ['one that is known itself', 'GTX Pro', products],
  ['one of other digits', 'GTK 600', products],
  ['one near to two', 'Anna Smit', ['Anna Smith', 'Anna Smits']],
  ['one that is short', 'Bob', ['Bab']],
  ['one near to none', 'Engines', products],
])('nothing is suggested for %s', (_, written, known) => {
  expect(suggestSpelling(written, known)).toBeUndefined();
});
