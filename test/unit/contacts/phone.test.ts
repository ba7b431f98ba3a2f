import { describe, expect, it } from 'vitest';
import { normalPhones, toE164 } from '../../../shared/contacts/phone.ts';

describe('a phone number', () => {
  it.each([
    ['030 901820', 'DE', '+4930901820'],
    ['0049 30/90 18 20', 'DE', '+4930901820'],
    ['+1 (415) 555-2671', 'DE', '+14155552671'],
    ['06 698 12345', 'IT', '+390669812345'],
    ['110', 'DE', undefined],
    ['no number', 'DE', undefined],
  ])('%s in %s is %s', async (written, country, expected) => {
    expect(await toE164(written, country)).toBe(expected);
  });
});

describe('a list of phones', () => {
  it('has each number once, and its extension apart', async () => {
    const phones = [
      { number: '030 901820 ext. 12', label: 'desk' },
      { number: '+4930901820', extension: '12' },
      { number: '+49 30 901820' },
      { number: '030 901820 x99', extension: '7' },
    ];
    expect(await normalPhones(phones, 'DE')).toEqual([
      { number: '+4930901820', extension: '12', label: 'desk' },
      { number: '+4930901820' },
      { number: '+4930901820', extension: '7' },
    ]);
  });

  it('names the first that is none', async () => {
    await expect(normalPhones([{ number: '+4930901820' }, { number: '12' }], 'DE')).rejects.toMatchObject({
      code: 'phone_invalid',
      more: { errors: [{ pointer: '/phones/1/number' }] },
    });
  });
});
