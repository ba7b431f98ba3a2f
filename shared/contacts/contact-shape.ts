import type { RecordShape } from '../records/record-shape.ts';
import { ContactBody, ContactPatch, Lifecycle, NewContact } from './contact.ts';

export const contactShape = {
  kind: 'contact',
  name: 'Contact',
  names: 'Contacts',
  tag: 'Contacts',
  a: 'a contact',
  example: {
    id: 'ct_01KAPRM3V5Z8Y7Q2W4X6T9N1BC',
    created: {
      firstName: 'Ada',
      lastName: 'Lovelace',
      company: 'Analytical Engines',
      emails: [{ address: 'ada@engines.example', label: 'work' }],
      phones: [{ number: '+49 30 901820', type: 'work' }],
      birthday: '1815-12-10',
      consents: { newsletter: { status: 'granted', source: 'fair in May' } },
      tags: ['fair'],
      custom: { budget: 12000 },
    },
    patch: { jobTitle: 'Head of Engines', lifecycle: 'qualified' },
  },
  body: ContactBody,
  created: NewContact,
  patch: ContactPatch,
  orders: ['name', 'score'],
  related: ['companyId'],
  states: { lifecycle: { values: Lifecycle } },
  matchBy: ['email', 'externalId'],
  matched: { email: 'emails' },
  errors: ['email_taken', 'person_erased', 'contact_erased', 'phone_invalid'],
} as const satisfies RecordShape;
