import { companyShape } from '../companies/company-shape.ts';
import { contactShape } from '../contacts/contact-shape.ts';
import { dealShape } from '../deals/deal-shape.ts';
import { orderShape } from '../orders/order-shape.ts';
import { productShape } from '../products/product-shape.ts';
import { taskShape } from '../tasks/task-shape.ts';
import { ticketShape } from '../tickets/ticket-shape.ts';

/** Kinds of record whose lists somebody keeps a view of. */
export const viewKinds = ['contact', 'company', 'deal', 'task', 'order', 'product', 'ticket'] as const;
export type ViewKind = (typeof viewKinds)[number];
/** Those that stand in stages or states. */
export const boardKinds: readonly ViewKind[] = ['deal', 'task', 'ticket'];

const shapes: Record<ViewKind, { orders: readonly string[] }> = {
  contact: contactShape,
  company: companyShape,
  deal: dealShape,
  task: taskShape,
  order: orderShape,
  product: productShape,
  ticket: ticketShape,
};
/** The orders of a kind's list. */
export const ordersOf = (kind: ViewKind): readonly string[] => ['created', 'updated', ...shapes[kind].orders];
