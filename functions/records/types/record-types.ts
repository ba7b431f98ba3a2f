import { activityType } from '../../../shared/activities/activity-store.ts';
import { companyType } from '../../../shared/companies/company-store.ts';
import { contactType } from '../../../shared/contacts/contact-type-store.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import { dealType } from '../../../shared/deals/deal-store.ts';
import { orderType } from '../../../shared/orders/order-store.ts';
import type { AnyRecordType, Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { productType } from '../../../shared/products/product-store.ts';
import { promiseType } from '../../../shared/promises/promise-store.ts';
import { taskType } from '../../../shared/tasks/task-store.ts';
import { ticketType } from '../../../shared/tickets/ticket-store.ts';

/** Every kind of record that can lie in the trash. */
export const recordTypes: Partial<Record<GovernedKind, AnyRecordType>> = {
  task: taskType as unknown as AnyRecordType,
  activity: activityType as unknown as AnyRecordType,
  deal: dealType as unknown as AnyRecordType,
  contact: contactType as unknown as AnyRecordType,
  company: companyType as unknown as AnyRecordType,
  product: productType as unknown as AnyRecordType,
  order: orderType as unknown as AnyRecordType,
  ticket: ticketType as unknown as AnyRecordType,
  promise: promiseType as unknown as AnyRecordType,
};

/** One of them, for what does with each the same. */
export const typeNamed = (kind: string | undefined) =>
  recordTypes[kind as GovernedKind] as unknown as RecordType<Owned, object, object> | undefined;
