import { commonImportFields } from './address-fields.ts';

/** One row is an order, or a line of one: rows of the same number are one order. */
export const orderFields: Record<string, string> = {
  number: 'id',
  status: 'choice',
  placedAt: 'instant',
  currency: 'currency',
  amount: 'money',
  contactName: 'name',
  contactEmail: 'email',
  contactExternalId: 'id',
  company: 'text',
  companyExternalId: 'id',
  product: 'text',
  sku: 'id',
  quantity: 'number',
  unitPrice: 'money',
  discountPercent: 'number',
  note: 'text',
  ...commonImportFields,
};
