import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { NewActivity } from '../../../../shared/activities/activity.ts';
import { NewCompany } from '../../../../shared/companies/company.ts';
import { NewContact } from '../../../../shared/contacts/contact.ts';
import { NewDeal } from '../../../../shared/deals/deal.ts';
import type { CleanContext } from '../../../../shared/imports/cleaning/clean-context.ts';
import { cleanRow } from '../../../../shared/imports/cleaning/clean-row.ts';
import {
  ImportKind,
  importFields,
  proposedFields,
} from '../../../../shared/imports/mapping/import-fields.ts';
import { NewOrder } from '../../../../shared/orders/order.ts';
import { NewProduct } from '../../../../shared/products/product.ts';

const clean = (kind: ImportKind, cells: Record<string, string>, context: CleanContext = {}) => {
  const mapping = Object.keys(cells).map((field, column) => ({ column, field }));
  return cleanRow(kind, Object.values(cells), mapping, context);
};

/** What the import itself adds before it creates a record. */
const added: Record<ImportKind, [z.ZodType, object]> = {
  contact: [NewContact, {}],
  company: [NewCompany, { name: 'Acme' }],
  deal: [NewDeal, { name: 'Engines' }],
  product: [NewProduct, { name: 'Engine' }],
  order: [NewOrder, {}],
  activity: [NewActivity, { contactId: 'ct_01J00000000000000000000000' }],
};

const pieces = [
  '16.12.1770',
  '0/0/00',
  '12/25/1999',
  '1604-05-23',
  '2020-13-45',
  '99999',
  '1583402400',
  '--02-30',
  'ada@x.example',
  'a@b',
  'mailto:x@gmial.com',
  'x@mailinator.com; y@x.example',
  '+49 (0)30 123456',
  '030/1234',
  '(212) 555',
  'Germany',
  'Philipines',
  'ZZ',
  '€ 1.234,50',
  '-5',
  '(12)',
  '1e400',
  '99999999999999999999',
  'USD 3',
  '51-200',
  '10,000+',
  'https://',
  'x',
  'javascript:alert(1)',
  'linkedin.com/in/ada',
  'http://a b',
  'Deutsch',
  'xx-invalid-tag-tag',
  'Europe/Berlin',
  'customer',
  'yes',
  'paid',
  '1:30:00',
  '-',
  'N/A',
  '🙂'.repeat(400),
  'a, b; c ::: * d',
  'DR. ADA VON LOVELACE, PHD',
  '"',
  "''",
  '山田 太郎',
];
const cell = fc.oneof(
  fc.constantFrom(...pieces),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
);

describe.each(ImportKind.options)('whatever the cells of a %s hold', (kind) => {
  it('the API takes the values as they are', async () => {
    const fields = importFields(kind).map(({ name }) => name);
    const row = fc.record(Object.fromEntries([...fields, 'custom.own'].map((name) => [name, cell])), {
      requiredKeys: [],
    });
    const context = fc.record({
      country: fc.constantFrom('DE', 'US', 'JP', undefined),
      dayOrder: fc.constantFrom('dmy', 'mdy', undefined),
    } as const);
    await fc.assert(
      fc.asyncProperty(row, context, async (cells, given) => {
        const { values } = await clean(kind, cells as Record<string, string>, given as CleanContext);
        const [schema, more] = added[kind];
        expect(schema.safeParse({ ...more, ...values }).error?.issues ?? []).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a contact', () => {
  it('becomes a create body, with what it is besides and what was changed', async () => {
    const cleaned = await clean('contact', {
      fullName: 'DR. LUDWIG VAN BEETHOVEN',
      email: 'Ludwig <ludwig@X.example>; lvb@y.example',
      phone: '(0228) 123456',
      'phone.mobile': '0171 2345678',
      'address.street': 'Bonngasse',
      'address.houseNumber': '20',
      'address.street2': 'Hof',
      'address.country': 'Deutschland',
      birthday: '16.12.70',
      tags: '* Friends ::: Music',
      lifecycle: 'Marketing Qualified Lead',
      note: 'Deaf.\nWrites letters.',
      department: 'Music',
    });
    expect(cleaned.values).toEqual({
      firstName: 'Ludwig',
      lastName: 'van Beethoven',
      emails: [{ address: 'ludwig@x.example' }, { address: 'lvb@y.example' }],
      phones: [{ number: '+49228123456' }, { number: '+491712345678', type: 'mobile' }],
      addresses: [{ street: 'Bonngasse 20, Hof', country: 'DE' }],
      birthday: '1970-12-16',
      tags: ['Friends', 'Music'],
      lifecycle: 'lead',
      custom: { prefix: 'Dr.', department: 'Music' },
    });
    expect(cleaned.besides).toEqual({ note: 'Deaf.\nWrites letters.' });
    expect(cleaned.faults).toEqual([]);
    expect(cleaned.changes).toContainEqual({
      field: 'phone',
      from: '(0228) 123456',
      to: '+49228123456',
      why: 'Numbers are kept with their country (E.164).',
    });
  });

  it('has in `custom` only what is proposed to the workspace and what is mapped to its own fields', async () => {
    const names = ['prefix', 'middleName', 'suffix', 'nickname', 'department', 'status', 'custom.shoeSize'];
    const { values } = await clean('contact', Object.fromEntries(names.map((name) => [name, 'Something'])));
    const proposed = proposedFields('contact').map(({ key }) => key);
    expect(Object.keys(values.custom as object).toSorted()).toEqual([...proposed, 'shoeSize'].toSorted());
  });

  it('is told what was left out, and never loses the rest for it', async () => {
    const { values, faults } = await clean('contact', {
      firstName: 'Ada',
      email: 'ada at home',
      phone: 'ask her',
      birthday: '31.02.1815',
      score: '120',
      'address.country': 'Nowhereland',
    });
    expect(values).toEqual({ firstName: 'Ada' });
    expect(faults.map(({ field, code }) => `${field} ${code}`).toSorted()).toEqual([
      'address.country country_unknown',
      'birthday date_unreadable',
      'email email_invalid',
      'phone phone_invalid',
      'score number_out_of_range',
    ]);
  });

  it('keeps an address that is probably mistyped, and asks', async () => {
    const { values, suggestions, faults } = await clean('contact', { email: 'ada@gmial.com' });
    expect(values.emails).toEqual([{ address: 'ada@gmial.com' }]);
    expect(suggestions).toEqual([
      { field: 'email', from: 'ada@gmial.com', to: 'ada@gmail.com', confidence: 0.9 },
    ]);
    expect(faults).toEqual([]);
  });

  it('keeps a throw-away address, and says that it is one', async () => {
    const { values, faults } = await clean('contact', { email: 'ada@mailinator.com' });
    expect(values.emails).toEqual([{ address: 'ada@mailinator.com' }]);
    expect(faults).toMatchObject([{ field: 'email', code: 'email_disposable' }]);
  });

  it('does not take a name from an address that a program wrote for one', async () => {
    const { values } = await clean('contact', { fullName: 'ada@x.example', email: 'ada@x.example' });
    expect(values).toEqual({ emails: [{ address: 'ada@x.example' }] });
  });

  it('is born on a day of three columns, or on one without a year', async () => {
    const three = { 'birthday.year': '1970', 'birthday.month': '3', 'birthday.day': '5' };
    expect((await clean('contact', three)).values.birthday).toBe('1970-03-05');
    const { 'birthday.year': _, ...two } = three;
    expect((await clean('contact', two)).values.birthday).toBe('--03-05');
  });

  it('has a phone of the kind that the column beside it says', async () => {
    const cells = {
      phone: '+4930123456',
      'phone.type': '* Mobile',
      phone2: '+4930123457',
      'phone2.type': 'Car',
    };
    expect((await clean('contact', cells)).values.phones).toEqual([
      { number: '+4930123456', type: 'mobile' },
      { number: '+4930123457', label: 'Car' },
    ]);
  });
});

describe('other records', () => {
  it('a company of a branch or a country that is misspelt is asked about', async () => {
    const { values, suggestions } = await clean('company', {
      name: 'Acme Corporation',
      industry: 'technolgy',
      employees: '51-200',
      annualRevenue: '€ 1.100,04',
      'address.country': 'Philipines',
    });
    expect(values).toEqual({
      name: 'Acme Corporation',
      industry: 'technolgy',
      employees: 51,
      annualRevenueCents: 110004,
      currency: 'EUR',
    });
    expect(suggestions).toEqual([
      { field: 'address.country', from: 'Philipines', to: 'PH', confidence: 0.9 },
      { field: 'industry', from: 'technolgy', to: 'technology', confidence: 0.9 },
    ]);
  });

  it('a deal names its company as it was brought, and asks where a known one is nearly that', async () => {
    const { values, besides, suggestions } = await clean(
      'deal',
      { name: 'Engines', amount: '1.200,50', expectedCloseOn: '03/04/2024', stage: 'Won', product: 'GTXPro' },
      { country: 'DE', known: { product: ['GTX Basic', 'GTX Pro'] } },
    );
    expect(values).toEqual({ name: 'Engines', amountCents: 120050, expectedCloseOn: '2024-04-03' });
    expect(besides).toEqual({ stage: 'Won', product: 'GTXPro' });
    expect(suggestions).toEqual([{ field: 'product', from: 'GTXPro', to: 'GTX Pro', confidence: 0.97 }]);
  });

  it('what has no name is called by what else is said of it, and only then has none', async () => {
    const deal = await clean('deal', { company: 'Cancity', product: 'GTX Pro', externalId: '1C1I7A6R' });
    expect(deal.values.name).toBe('Cancity, GTX Pro');
    expect(deal.changes).toMatchObject([{ field: 'name', from: '', to: 'Cancity, GTX Pro' }]);
    expect((await clean('deal', { externalId: '1C1I7A6R' })).values.name).toBe('1C1I7A6R');
    expect((await clean('company', { domain: 'acme.example' })).values.name).toBe('acme.example');
    expect((await clean('product', { category: 'GTX' })).faults).toMatchObject([{ code: 'name_missing' }]);
  });

  it('a line of an order stands beside the order that it is of', async () => {
    const cells = {
      number: '536365',
      product: 'Heart',
      sku: '85123A',
      quantity: '6',
      unitPrice: '2.55',
      placedAt: '12/1/2010 8:26',
      contactExternalId: '17850',
    };
    const { values, besides } = await clean('order', cells, { dayOrder: 'mdy' });
    expect(values).toEqual({ number: '536365', placedAt: '2010-12-01T08:26:00.000Z' });
    expect(besides).toEqual({
      contactExternalId: '17850',
      item: { name: 'Heart', sku: '85123A', quantity: 6, unitAmountCents: 255 },
    });
  });

  it('a price without a currency waits for the workspace’s', async () => {
    expect((await clean('product', { name: 'GTX', price: '550' })).besides).toEqual({ priceCents: 55000 });
    expect((await clean('product', { name: 'GTX', price: '$5', currency: 'usd' })).values).toMatchObject({
      prices: [{ currency: 'USD', amountCents: 500 }],
    });
  });

  it('what is no call, meeting or post is a note', async () => {
    const { values } = await clean('activity', { kind: 'Anruf', duration: '1:30', direction: 'Outgoing' });
    expect(values).toEqual({ kind: 'call', direction: 'outbound', call: { durationMs: 90_000 } });
    expect((await clean('activity', { kind: 'Fax', text: 'Hi' })).values).toEqual({
      kind: 'note',
      text: 'Hi',
    });
  });

  it('values of the workspace’s own fields are of their types', async () => {
    const customTypes = { size: 'number', since: 'date', vip: 'checkbox', likes: 'multiChoice' } as const;
    const cells = {
      name: 'Acme',
      'custom.size': '1.234,5',
      'custom.since': '5. März 2020',
      'custom.vip': 'ja',
      'custom.likes': 'a; b',
      'custom.own': 'x',
    };
    const { values } = await clean('company', cells, { country: 'DE', customTypes });
    expect(values.custom).toEqual({
      size: 1234.5,
      since: '2020-03-05',
      vip: true,
      likes: ['a', 'b'],
      own: 'x',
    });
  });
});
