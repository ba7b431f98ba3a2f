import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { cleanPhone, phonesIn } from '../../../../shared/imports/cleaning/clean-phone.ts';

const numbers = getCountries().flatMap((country) => {
  const example = getExampleNumber(country, examples);
  if (!example) return [];
  const { number } = example;
  const written = [example.formatInternational(), example.formatNational(), example.getURI()];
  return [{ country, number, spellings: [number, `00${number.slice(1)}`, ...written] }];
});

describe('a phone number', () => {
  it('of every country comes to the same E.164 in all spellings', async () => {
    const got = await Promise.all(
      numbers.flatMap(({ country, number, spellings }) =>
        spellings.map(async (written) => ({ written, number, got: await cleanPhone(written, country) })),
      ),
    );
    expect(got.filter((one) => one.got?.number !== one.number)).toEqual([]);
    expect(got.length).toBeGreaterThan(1000);
  });

  it.each([
    ['+49 (0)30 123456', undefined, '+4930123456'],
    ['+44 (0) 20 7946 0958', 'DE', '+442079460958'],
    ['+54 (0)11 15-2345-6789', 'AR', '+5491123456789'],
    ['00-1-212-456-7777', 'DE', '+12124567777'],
    ['011 49 30 123456', 'US', '+4930123456'],
    ['1711234567', 'DE', '+491711234567'],
    ['Mobile: 0171 1234567', 'DE', '+491711234567'],
    ['0171 1234567 (mobil)', 'DE', '+491711234567'],
    ['（０３）１２３４－５６７８', 'JP', '+81312345678'],
  ])('%s in %s is %s', async (written, country, number) => {
    expect(await cleanPhone(written, country)).toEqual({ number });
  });

  it.each([
    ['(212) 456-0100 x12', 'US', { number: '+12124560100', extension: '12' }],
    ['tel:+1-418-656-9254;ext=102', undefined, { number: '+14186569254', extension: '102' }],
  ])('%s has its extension apart', async (written, country, phone) => {
    expect(await cleanPhone(written, country)).toEqual(phone);
  });

  it.each([
    ['mainphone', 'DE'],
    ['100', 'DE'],
    ['020 7946 0958', undefined],
    ['4.93017E+11', 'DE'],
  ])('%s in %s is none', async (written, country) => {
    expect(await cleanPhone(written, country)).toBeUndefined();
  });

  it('is one of several in a cell', () => {
    expect(phonesIn('030 1234 / 0171 4567; +1 212 456 7777 ::: 040 1')).toEqual([
      '030 1234',
      '0171 4567',
      '+1 212 456 7777',
      '040 1',
    ]);
    expect(phonesIn('030/123456')).toEqual(['030/123456']);
  });
});
