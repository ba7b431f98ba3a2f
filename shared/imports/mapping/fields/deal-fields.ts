import { commonImportFields } from './address-fields.ts';

export const dealFields: Record<string, string> = {
  name: 'text',
  amount: 'money',
  currency: 'currency',
  pipeline: 'text',
  stage: 'text',
  status: 'text',
  expectedCloseOn: 'day',
  closedAt: 'instant',
  lostReason: 'text',
  wonReason: 'text',
  contactName: 'name',
  contactEmail: 'email',
  contactExternalId: 'id',
  company: 'text',
  companyExternalId: 'id',
  product: 'text',
  quantity: 'number',
  source: 'text',
  note: 'note',
  ...commonImportFields,
};
