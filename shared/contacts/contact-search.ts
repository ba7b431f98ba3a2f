import type { Text, TextsOf } from '../search/searchable.ts';
import type { Contact } from './contact.ts';

const words = (field: keyof Contact, text: string | undefined, over: Partial<Text> = {}): Text[] =>
  text ? [{ field, text, as: 'words', worth: 'other', ...over }] : [];

/** By what a contact is found. Of addresses and phones the first ones come before what is said of the job. */
export const contactTexts: TextsOf<Contact> = (contact) => {
  const { firstName, lastName, company, emails = [], phones = [], jobTitle, tags = [] } = contact;
  return [
    ...words('lastName', lastName, { worth: 'name', most: 3 }),
    ...words('firstName', firstName, { worth: 'name', most: 2 }),
    ...words('company', company, { worth: 'company', most: 3 }),
    ...emails.map(
      ({ address }): Text => ({ field: 'emails', text: address, as: 'address', worth: 'address' }),
    ),
    ...phones.map(({ number }): Text => ({ field: 'phones', text: number, as: 'phone', worth: 'address' })),
    ...words('jobTitle', jobTitle, { most: 3 }),
    ...tags.flatMap((tag) => words('tags', tag, { most: 2 })),
  ];
};
