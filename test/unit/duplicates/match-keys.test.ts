import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../shared/contacts/contact.ts';
import { companyFacts, contactFacts } from '../../../shared/duplicates/facts.ts';
import { matchKeys, mostKeys } from '../../../shared/duplicates/match-keys.ts';
import { aCompany } from '../../fixtures/company.ts';
import { aContact } from '../../fixtures/contact.ts';

const ada: Partial<Contact> = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  birthday: '1985-12-10',
  emails: [{ address: 'Ada@engines.example', key: 'ada@engines.example' }],
  phones: [{ number: '+49301234567' }],
  addresses: [{ street: '12 Mill Road', city: 'Leeds', postalCode: 'LS1 4AB' }],
  company: 'Engines GmbH',
};
const keysOf = (over: Partial<Contact>, matching: string[] = []) =>
  matchKeys(contactFacts(aContact({ ...ada, ...over }), matching));
const elsewhere = [{ address: 'office2@engines.example', key: 'office2@engines.example' }];
const bare = { emails: [], phones: [], addresses: [], birthday: undefined };
const shared = (one: string[], other: string[]) => one.filter((key) => other.includes(key));

describe('the keys of a record', () => {
  it('are few, each once, however much is known', () => {
    const emails = Array.from({ length: 10 }, (_, n) => ({
      address: '',
      key: `ada.lovelace${n}@engines${n}.example`,
    }));
    const phones = Array.from({ length: 10 }, (_, n) => ({ number: `+4930123456${n}` }));
    const addresses = Array.from({ length: 10 }, (_, n) => ({
      street: `${n} Mill Road`,
      city: 'Leeds',
      postalCode: `${n}`,
    }));
    const keys = keysOf({ emails, phones, addresses });
    expect(keys.length).toBeLessThanOrEqual(mostKeys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are short and hold nothing that parts a key of the table', () => {
    const key = `a#${'d'.repeat(240)}a@engines.example`;
    const custom = { memberNumber: '#'.repeat(50) + '7'.repeat(9000) };
    const keys = keysOf({ emails: [{ address: key, key }], custom }, ['memberNumber']);
    expect(Math.max(...keys.map(({ length }) => length))).toBeLessThanOrEqual(200);
    expect(keys.join('')).not.toContain('#');
  });

  it.each([
    ['their address', { ...bare, emails: ada.emails, firstName: 'X', lastName: 'Y' }],
    ['their phone', { ...bare, phones: ada.phones, firstName: 'X', lastName: 'Y' }],
    ['their birthday', { ...bare, birthday: '1985-12-10', firstName: 'X', lastName: 'Y' }],
    [
      'their birthday with day and month swapped',
      { ...bare, birthday: '1985-10-12', firstName: 'X', lastName: 'Y' },
    ],
    ['names that sound alike', { ...bare, lastName: 'Lovelase' }],
    ['names in each other’s place', { ...bare, firstName: 'Lovelace', lastName: 'Ada' }],
    ['a family name at an employer', { ...bare, firstName: 'A.', company: 'Engines Ltd' }],
    ['a family name at a domain', { ...bare, firstName: 'A.', emails: elsewhere }],
    ['house and street', { ...bare, addresses: [{ street: 'Mill Rd. 12' }], firstName: 'X', lastName: 'Y' }],
    ['a name and a postcode', { ...bare, addresses: [{ postalCode: 'ls14ab' }], lastName: 'Y' }],
  ])('bring two together by %s', (_, other) => {
    expect(shared(keysOf({}), keysOf(other))).not.toEqual([]);
  });

  it('bring nobody together by one name, a place or a shared mailbox', () => {
    const info = [{ address: 'info@engines.example', key: 'info@engines.example' }];
    const one = keysOf({ ...bare, emails: info, addresses: [{ city: 'Leeds', postalCode: 'LS1 4AB' }] });
    const other = { ...bare, emails: info, addresses: [{ city: 'Leeds', postalCode: 'LS1 4AB' }] };
    expect(shared(one, keysOf({ ...other, firstName: 'Grace', lastName: 'Hopper' }))).toEqual([]);
    expect(keysOf({ ...bare, lastName: undefined })).toEqual([]);
  });

  it('include the custom fields that tell who is meant', () => {
    const one = keysOf({ custom: { memberNumber: '12-34' } }, ['memberNumber']);
    expect(one).toContain('c:memberNumber:1234');
  });

  it('bring companies together by domain and by name, whatever the legal form', () => {
    const keys = (over: Parameters<typeof aCompany>[0]) => matchKeys(companyFacts(aCompany(over)));
    const engines = keys({ name: 'Engines Ltd', domains: ['engines.example'] });
    expect(shared(engines, keys({ name: 'Engines GmbH' }))).not.toEqual([]);
    expect(shared(engines, keys({ name: 'X', website: 'https://www.engines.example' }))).not.toEqual([]);
  });
});
