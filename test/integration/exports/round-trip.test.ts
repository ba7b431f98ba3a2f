import { expect, it } from 'vitest';
import { workOn } from '../../../functions/imports/running/work-on.ts';
import type { Contact } from '../../../shared/contacts/contact.ts';
import { catalogueItem, noFields, withField } from '../../../shared/fields/catalogue.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { aField } from '../../fixtures/field.ts';
import { acme, ben } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { putItem } from '../../helpers/put-item.ts';
import { askToCheck, checkedRows, read, useImportsTable } from '../imports/import-world.ts';
import { exported, keepContact, useExports, useExportsBucket } from './export-world.ts';

const interests = ['sea', 'sand'].map((value) => ({ value, label: value, archived: false }));
const own = [
  aField({ key: 'motto', label: 'Motto' }),
  aField({ key: 'budget', label: 'Budget', type: 'money', order: 2 }),
  aField({ key: 'size', label: 'Size', type: 'number', order: 3 }),
  aField({ key: 'interests', label: 'Interests', type: 'multiChoice', order: 4, options: interests }),
];
const catalogue = own.reduce((all, field) => withField(all, field.id, field), noFields('contact'));
const keepFields = () => putItem(catalogueItem(acme, catalogue) as never);

const given: Partial<Contact>[] = [
  {
    firstName: '=HYPERLINK("http://x.example")',
    lastName: 'O’Hara, "Scarlett"',
    jobTitle: '+1+cmd|calc',
    company: '@home\nand away',
    emails: ['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'].map((address) => ({
      address,
      key: address,
    })),
    phones: [
      { number: '+4930901820', type: 'work', extension: '12' },
      { number: '+4915112345678', type: 'mobile' },
    ],
    addresses: [
      { street: '-5 Under St', city: 'Berlin', postalCode: '01067', country: 'DE' },
      { city: 'Paris', country: 'FR' },
    ],
    socialProfiles: [
      { network: 'linkedin', url: 'https://linkedin.com/in/ada' },
      { network: 'website', url: 'https://ada.example' },
    ],
    birthday: '--12-10',
    lifecycle: 'customer',
    score: 7,
    language: 'de',
    timeZone: 'Europe/Berlin',
    tags: ['=fair', 'new'],
    externalId: '-7',
    ownerId: ben,
    custom: {
      motto: "'=quoted",
      budget: { amountCents: 123456, currency: 'EUR' },
      size: 1.234,
      interests: ['sea', 'sand'],
    },
  },
  { firstName: 'Grace', lastName: 'Hopper', birthday: '1906-12-09' },
];

it('a CSV file of contacts is read back by an import as what they were, formulas and all', async () => {
  await useExportsBucket();
  await useExports();
  await keepFields();
  const kept: Contact[] = [];
  for (const one of given) kept.push(await keepContact(one));
  await settleAll();
  const { text } = await exported({ format: 'csv' });
  expect(text.charCodeAt(0)).toBe(0xfeff);
  for (const cell of text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=@+-](?!\d+(?:\.\d+)?"?$)/);

  await useImportsTable();
  await keepFields();
  await keep(userRecord, aUser({ id: ben, name: 'Ben Babbage', email: 'ben@acme.test' }));
  await settleAll();
  const { id } = await read(text);
  await askToCheck(id);
  await workOn(acme, id);
  const { body } = await checkedRows(id, { query: { outcome: 'new', limit: '100' } });
  expect(body.items.map(({ faults }) => faults)).toEqual([[], []]);
  const written = kept.map(({ emails, custom, ...one }) => ({
    ...{ firstName: one.firstName, lastName: one.lastName, lifecycle: one.lifecycle },
    emails: emails.map(({ address }) => ({ address })),
    ...(one.jobTitle && { jobTitle: one.jobTitle, company: one.company?.replace('\n', ' ') }),
    ...(one.phones.length > 0 && { phones: one.phones, addresses: one.addresses }),
    ...(one.socialProfiles.length > 0 && { socialProfiles: one.socialProfiles, tags: one.tags }),
    birthday: one.birthday,
    ...(one.ownerId && { ownerId: one.ownerId }),
    ...(one.score && {
      ...{ score: one.score, language: one.language, timeZone: one.timeZone, externalId: one.externalId },
    }),
    ...(Object.keys(custom).length > 0 && { custom }),
  }));
  expect(body.items.map(({ values }) => values)).toEqual(written);
});
