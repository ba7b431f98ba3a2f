import type { Actor } from '../../../shared/core/actor.ts';
import { invalidField } from '../../../shared/core/errors.ts';
import { assertMayAsk, ownerAsked } from '../../../shared/core/may-ask.ts';
import { hiddenAnywhere } from '../../../shared/core/rights.ts';
import { within } from '../../../shared/core/scope.ts';
import { readCells } from '../../../shared/reports/cell-store.ts';
import { cubePk, wholeDimension } from '../../../shared/reports/cube.ts';
import { orderCube, productCube } from '../../../shared/reports/order-facts.ts';
import type { OrderSight } from '../../../shared/reports/order-report.ts';
import type { OrderDimension } from '../../../shared/reports/order-report-routes.ts';
import type { Period } from '../../../shared/reports/period.ts';
import type { SplitCells } from '../../../shared/reports/sales-report.ts';

/** The field of an order that a dimension tells of; whose it is everybody sees. */
const fieldsOf: Record<OrderDimension, readonly string[]> = {
  owner: [],
  team: [],
  company: ['companyId'],
  product: ['items'],
  category: ['items'],
};

export type OrdersAsked = {
  splitBy?: OrderDimension | undefined;
  productId?: string | undefined;
  ownerId?: string | undefined;
};

const money = ['amountCents', 'currency', 'items'];
/** What of the figures of orders somebody may see. */
export const orderSight = (actor: Actor): OrderSight => {
  const hidden = hiddenAnywhere(actor, 'order');
  return { money: !money.some((name) => hidden.has(name)), items: !hidden.has('items') };
};
/** Throws `field_forbidden`. */
export const assertSeesOrderMoney = (actor: Actor): void => assertMayAsk(actor, 'order', money);

/** Throws `validation_failed`: `not_with_product`. */
function assertOneQuestion({ splitBy, productId }: OrdersAsked): void {
  if (splitBy && productId)
    throw invalidField('/splitBy', 'not_with_product', 'One product alone is not split any further.');
}

/** The cells of orders in reach: one stretch for the whole, one for what it is split by. Throws `field_forbidden`. */
export async function readOrderCells(actor: Actor, asked: OrdersAsked, period: Period): Promise<SplitCells> {
  const { splitBy, productId, ownerId } = asked;
  assertOneQuestion(asked);
  assertMayAsk(actor, 'order', [...(splitBy ? fieldsOf[splitBy] : []), ...(productId ? ['items'] : [])]);
  const pk = cubePk(actor.workspaceId, productId ? productCube(productId) : orderCube);
  const wanted = { kind: 'order', pk, ...period, owner: ownerAsked(actor, ownerId) } as const;
  const read = (dimension: string) => readCells(within(actor), { ...wanted, dimension });
  const [whole, cells] = await Promise.all([read(wholeDimension), splitBy && read(splitBy)]);
  return { period, whole, split: splitBy && cells ? { dimension: splitBy, cells } : undefined };
}
