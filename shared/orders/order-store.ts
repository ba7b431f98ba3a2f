import { within } from '../core/scope.ts';
import { ownedStore } from '../platform/owned-store.ts';
import type { RecordType } from '../platform/record-type.ts';
import { linesOf } from '../products/line-item-store.ts';
import { mustBeNamed } from '../records/record-references-store.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { createOrder, NewOrder, type Order, type OrderPatch, orderRecord, patchOrder } from './order.ts';
import { ordersOf } from './order-projection.ts';
import { orderShape } from './order-shape.ts';

/** ORDER-1: by id, one GetItem. */
const orderStore = ownedStore(orderRecord);

const dayOf = (at: string) => at.slice(0, 10);

/** ORDER-2: by number or external id, two GetItems. */
export const orderType: RecordType<Order, NewOrder, OrderPatch> = {
  of: orderRecord,
  shape: orderShape,
  store: orderStore,
  untouched: NewOrder.parse({}),
  async make(given, by) {
    const currency = given.currency ?? (await workspaceOf(by.actor.workspaceId)).currency;
    const at = { currency, day: dayOf(given.placedAt ?? by.now) };
    const items = await linesOf(within(by.actor), given.items, at);
    return { change: createOrder({ ...given, currency, items }, by), also: mustBeNamed(given, by) };
  },
  async edit(order, patch, by) {
    const { currency = order.currency, placedAt = order.placedAt } = patch;
    const known = { items: order.items, currency: order.currency };
    const at = { currency, day: dayOf(placedAt), known };
    const items = patch.items && (await linesOf(within(by.actor), patch.items, at));
    return { change: patchOrder(order, { ...patch, items }, by), also: mustBeNamed(patch, by, order) };
  },
  unique: async (_, written) => ({ name: 'order_number', value: written.trim() }),
  orders: ordersOf,
};
