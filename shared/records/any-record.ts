import * as z from 'zod';
import { ActivityBody } from '../activities/activity.ts';
import { CompanyBody } from '../companies/company.ts';
import { ContactBody } from '../contacts/contact.ts';
import { kindOfId } from '../core/ids.ts';
import { type GovernedKind, hasHideable } from '../core/policy.ts';
import type { Who } from '../core/rights.ts';
import { veilActivity, veiled } from '../core/veil.ts';
import { DealBody } from '../deals/deal.ts';
import { OrderBody } from '../orders/order.ts';
import { ProductBody } from '../products/product.ts';
import { PromiseBody } from '../promises/promise.ts';
import { TaskBody } from '../tasks/task.ts';
import { TicketBody } from '../tickets/ticket.ts';

/** What the API shows of every kind of record that can lie in the trash. A test holds it to those that can. */
export const recordBodies: { [K in GovernedKind]: z.ZodType } = {
  contact: ContactBody,
  company: CompanyBody,
  deal: DealBody,
  task: TaskBody,
  activity: ActivityBody,
  promise: PromiseBody,
  product: ProductBody,
  order: OrderBody,
  ticket: TicketBody,
};
/** Any of them; which it is says its id, whose form each kind holds to its own. */
export const AnyRecord = z.union(Object.values(recordBodies));

/** Any record as this reader may see it. */
export function veiledAny(who: Who, record: { id: string; ownerId?: string }): unknown {
  const kind = kindOfId(record.id) ?? '';
  if (hasHideable(kind)) return veiled(who, kind, record);
  return kind === 'activity' ? veilActivity(who, record as never) : record;
}
