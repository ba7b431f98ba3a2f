import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../shared/contacts/contact.ts';
import { compareFacts } from '../../../shared/duplicates/compare.ts';
import { companyFacts, contactFacts } from '../../../shared/duplicates/facts.ts';
import { mergeAt, reviewAt } from '../../../shared/duplicates/thresholds.ts';
import { aCompany } from '../../fixtures/company.ts';
import { aContact } from '../../fixtures/contact.ts';

const street = { street: '12 Mill Road', city: 'Leeds', postalCode: 'LS1 4AB', country: 'GB' };
const ada: Partial<Contact> = {
  firstName: 'Ada',
  lastName: 'Lovelace',
  birthday: '1985-12-10',
  emails: [],
  addresses: [street],
};
const compared = (one: Partial<Contact>, other: Partial<Contact>, matching: string[] = []) =>
  compareFacts(
    contactFacts(aContact({ ...ada, ...one }), matching),
    contactFacts(aContact({ ...ada, ...other }), matching),
  );
const reasonOf = (field: string, ...[one, other, matching]: Parameters<typeof compared>) =>
  compared(one, other, matching).reasons.find((reason) => reason.field === field);
const email = (address: string) => ({ emails: [{ address, key: address }] });

const phones = [{ number: '+441131234567' }];

const word = fc.option(
  fc.constantFrom('Ada', 'Adele', 'Byron', 'Lovelace', 'Lovelase', 'Anne-Marie', 'A.', '李', 'Müller'),
  { nil: undefined },
);
const person = fc
  .record({
    firstName: word,
    lastName: word,
    birthday: fc.constantFrom(undefined, '1985-12-10', '1985-10-12', '1958-12-10', '--12-10', '2001-01-01'),
    address: fc.constantFrom(
      'ada@engines.example',
      'adda@engines.example',
      'info@engines.example',
      undefined,
    ),
    phone: fc.constantFrom(undefined, '+49301234567', '+49301234576'),
    company: word,
    street: fc.constantFrom(undefined, '12 Mill Road', 'Mill Rd 21', 'Hauptstraße 3'),
    postalCode: fc.constantFrom(undefined, '4001', '4010', '9999'),
    number: fc.constantFrom('', '1234567', '1234576'),
  })
  .map(({ address, phone, street: line, postalCode, number, ...fields }) =>
    contactFacts(
      aContact({
        ...fields,
        phones: phone ? [{ number: phone }] : [],
        emails: address ? [{ address, key: address }] : [],
        addresses: line || postalCode ? [{ street: line, postalCode }] : [],
        custom: { memberNumber: number },
      }),
      ['memberNumber'],
    ),
  );

describe('comparing two contacts', () => {
  it('answers the same from both sides', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        expect(compareFacts(other, one)).toEqual(compareFacts(one, other));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a probability, and reasons that add up to the weight', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        const { probability, weight, reasons } = compareFacts(one, other);
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(reasons.reduce((sum, reason) => sum + reason.weight, 0)).toBeCloseTo(weight, 9);
      }),
    );
  });

  it('is surest of a record and itself', () => {
    fc.assert(
      fc.property(person, person, (one, other) => {
        expect(compareFacts(one, one).weight).toBeGreaterThanOrEqual(compareFacts(one, other).weight - 1e-9);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes what one of them lacks for no sign of either', () => {
    const nothing = { lastName: undefined, birthday: undefined, addresses: [] };
    const { reasons } = compared({}, nothing);
    for (const field of ['lastName', 'birthday', 'emails', 'phones', 'company', 'addresses'])
      expect(reasons).toContainEqual({ field, agreement: 'missing', weight: 0 });
  });

  it('knows a person again by name, birthday and address for sure', () => {
    expect(compared({}, {}).probability).toBeGreaterThan(mergeAt);
  });

  it('needs more than a name that many have, or a name with another address', () => {
    const smith = { lastName: 'Smith', birthday: undefined, addresses: [] };
    expect(compared(smith, smith).probability).toBeLessThan(reviewAt);
    const nameAlone = { birthday: undefined, addresses: [] };
    const [one, other] = [email('ada@engines.example'), email('countess@mills.example')];
    expect(compared({ ...nameAlone, ...one }, { ...nameAlone, ...other }).probability).toBeLessThan(reviewAt);
  });

  it.each([
    ['given and family name in each other’s place', { firstName: 'Lovelace', lastName: 'Ada' }],
    ['a letter too few', { lastName: 'Lovlace' }],
    ['two letters transposed', { lastName: 'Lovealce' }],
    ['a birthday with day and month swapped', { birthday: '1985-10-12' }],
    ['a birthday with one digit wrong', { birthday: '1985-12-16' }],
    ['a postcode one letter off', { addresses: [{ ...street, postalCode: 'LS1 4AD' }] }],
    ['a new address', { addresses: [{ ...street, street: '3 High Street', postalCode: 'LS9 1XX' }] }],
    ['no first name', { firstName: undefined }],
    ['a street without its spaces', { addresses: [{ ...street, street: '12 MillRoad' }] }],
    ['an initial', { firstName: 'A.' }],
  ])('sees %s for the same person', (_, other) => {
    expect(compared({}, other).probability).toBeGreaterThan(mergeAt);
  });

  it.each([
    ['a nickname', 'William', 'Bill'],
    ['a spelling by sound', 'Catherine', 'Kathryn'],
    ['another script’s accents', 'José', 'Jose'],
    ['one of two names', 'Anna Maria', 'Anna'],
  ])('sees %s for the same first name', (_, one, other) => {
    const reason = reasonOf('firstName', { firstName: one }, { firstName: other });
    expect(reason?.weight).toBeGreaterThan(2);
  });

  it('gives less for a surname that many have', () => {
    const rare = reasonOf('lastName', {}, {});
    const frequent = reasonOf('lastName', { lastName: 'Smith' }, { lastName: 'Smith' });
    expect(frequent?.weight).toBeLessThan(rare?.weight ?? 0);
  });

  it('does not take a family with one telephone for one person', () => {
    const [one, other] = [ada, { firstName: 'George' }].map((who) => ({
      ...who,
      phones,
      birthday: undefined,
    }));
    expect(compared(one ?? {}, other ?? {}).probability).toBeLessThan(reviewAt);
  });

  it('does not take colleagues for one person, though they share all that an office has', () => {
    const office = { company: 'Analytical Engines', phones, birthday: undefined };
    const one = { ...office, ...email('ada.lovelace@engines.example') };
    const names = [
      ['Grace', 'Hopper'],
      ['Grace', 'Lovelace'],
      ['Ada', 'Hopper'],
    ] as const;
    for (const [firstName, lastName] of names) {
      const address = `${firstName}.${lastName}@engines.example`.toLowerCase();
      const other = { ...office, ...email(address), firstName, lastName };
      expect(compared(one, other).probability).toBeLessThan(reviewAt);
    }
  });

  it('takes what an office has for a sign where the names agree', () => {
    const office = { company: 'Analytical Engines', phones, birthday: undefined, addresses: [] };
    expect(compared(office, { ...office, firstName: 'A.' }).probability).toBeGreaterThan(mergeAt);
  });

  it('merges where a number that tells who is meant is the same, whatever the first names', () => {
    const custom = { memberNumber: '1234567' };
    const other = { custom, firstName: 'George' };
    expect(compared({ custom }, other, ['memberNumber']).probability).toBeGreaterThan(mergeAt);
  });

  it('shows twins who live apart, and never merges them by itself', () => {
    const elsewhere = [
      { street: '3 High Street', city: 'York', postalCode: 'YO1 7HU', country: 'GB' as const },
    ];
    for (const addresses of [[], elsewhere]) {
      const { probability } = compared({}, { firstName: 'George', addresses });
      expect(probability).toBeLessThan(mergeAt);
    }
    expect(compared({}, { firstName: 'George', addresses: [] }).probability).toBeGreaterThan(reviewAt);
  });

  it('never merges a parent and a child of one name by itself without an address in common', () => {
    expect(compared({}, { birthday: '1953-03-02', addresses: [] }).probability).toBeLessThan(mergeAt);
  });

  it('gives little for a mailbox that many read', () => {
    const own = reasonOf('emails', email('ada@engines.example'), email('ada@engines.example'));
    const shared = reasonOf('emails', email('info@engines.example'), email('info@engines.example'));
    expect(shared?.weight).toBeLessThan((own?.weight ?? 0) / 2);
  });

  it('gives less for the same name at another provider than for a typing error', () => {
    const [one, other] = [email('ada.lovelace@gmail.com'), email('ada.lovelace@hotmail.com')];
    const typo = reasonOf('emails', one, email('ada.lovelcae@gmail.com'));
    expect(reasonOf('emails', one, other)?.weight).toBeLessThan(typo?.weight ?? 0);
    expect(reasonOf('emails', one, other)?.weight).toBeGreaterThan(0);
  });

  it('gives nothing for the same provider', () => {
    const reason = reasonOf('emails', email('grace@gmail.com'), email('thomas@gmail.com'));
    expect(reason).toMatchObject({ agreement: 'different' });
    expect(reason?.weight).toBeLessThan(0);
  });

  it('compares the custom fields that it is told of, and no others', () => {
    const one = { custom: { memberNumber: '1234567', shoeSize: 42 } };
    const typo = { custom: { memberNumber: '1234576', shoeSize: 42 } };
    expect(reasonOf('custom.memberNumber', one, one, ['memberNumber'])?.agreement).toBe('same');
    expect(reasonOf('custom.memberNumber', one, typo, ['memberNumber'])?.agreement).toBe('close');
    expect(reasonOf('custom.shoeSize', one, one, ['memberNumber'])).toBeUndefined();
  });
});

describe('comparing two companies', () => {
  const engines = companyFacts(aCompany({ name: 'Analytical Engines Ltd.', domains: ['engines.example'] }));

  it('knows a company again whatever its legal form', () => {
    const other = companyFacts(
      aCompany({ name: 'ANALYTICAL ENGINES GmbH', website: 'https://www.engines.example/en' }),
    );
    expect(compareFacts(engines, other).probability).toBeGreaterThan(mergeAt);
  });

  it('tells companies of one house apart', () => {
    const house = { addresses: [street] };
    const one = companyFacts(aCompany({ name: 'Analytical Engines', ...house }));
    const other = companyFacts(aCompany({ name: 'Difference Mills', ...house }));
    expect(compareFacts(one, other).probability).toBeLessThan(reviewAt);
  });

  it('never takes a contact for a company', () => {
    expect(compareFacts(engines, contactFacts(aContact())).probability).toBe(0);
  });
});
