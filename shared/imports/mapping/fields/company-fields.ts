import { addressFields, commonImportFields } from './address-fields.ts';

export const companyFields: Record<string, string> = {
  name: 'text',
  domain: 'domain',
  website: 'url',
  phone: 'phone',
  phone2: 'phone',
  phone3: 'phone',
  'phone.fax': 'phone',
  industry: 'text',
  employees: 'number',
  annualRevenue: 'money',
  currency: 'currency',
  description: 'text',
  parent: 'text',
  ...addressFields('address'),
  ...addressFields('address2'),
  note: 'note',
  ...commonImportFields,
};
