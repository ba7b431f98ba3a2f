import { activityFields } from './activity-fields.ts';
import { companyFields } from './company-fields.ts';
import { contactFields } from './contact-fields.ts';
import { dealFields } from './deal-fields.ts';
import { orderFields } from './order-fields.ts';
import { productFields } from './product-fields.ts';

/** What a column of each kind can become, with what it holds. The console has it, too: it stands on nothing. */
export const fieldsOfKind = {
  contact: contactFields,
  company: companyFields,
  deal: dealFields,
  product: productFields,
  order: orderFields,
  activity: activityFields,
} satisfies Record<string, Record<string, string>>;

/** By which of them a record of each kind is found that is there already. */
export const keysOfKind: Record<keyof typeof fieldsOfKind, readonly string[]> = {
  contact: ['email', 'externalId'],
  company: ['domain', 'externalId'],
  deal: ['externalId'],
  product: ['sku', 'externalId'],
  order: ['number', 'externalId'],
  activity: ['externalId'],
};
