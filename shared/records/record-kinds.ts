import { activityRecord } from '../activities/activity.ts';
import { companyRecord } from '../companies/company.ts';
import { contactRecord } from '../contacts/contact.ts';
import type { GovernedKind } from '../core/policy.ts';
import type { OwnedKind, RecordBase } from '../core/record.ts';
import { dealRecord } from '../deals/deal.ts';
import { orderRecord } from '../orders/order.ts';
import { productRecord } from '../products/product.ts';
import { promiseRecord } from '../promises/promise.ts';
import { taskRecord } from '../tasks/task.ts';
import { ticketRecord } from '../tickets/ticket.ts';

/** Every kind of record that can lie in the trash, without what makes and changes it. */
export const recordKinds = {
  contact: contactRecord,
  company: companyRecord,
  deal: dealRecord,
  task: taskRecord,
  activity: activityRecord,
  promise: promiseRecord,
  product: productRecord,
  order: orderRecord,
  ticket: ticketRecord,
} as unknown as Record<GovernedKind, OwnedKind<RecordBase>>;
