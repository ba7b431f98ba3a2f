import * as z from 'zod';
import { type Context, idForNew } from '../core/actor.ts';
import { Currency } from '../core/codes.ts';
import { AppError } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import { Instant } from '../core/instant.ts';
import { clearable, mergePatch } from '../core/patch.ts';
import { personal } from '../core/personal.ts';
import { maskOf } from '../core/policy.ts';
import { defineOwned, governedBase, type Kept, nextVersion } from '../core/record.ts';
import { distinctFolded } from '../core/text.ts';
import {
  amountOfLines,
  assertPriced,
  LineItem,
  mostAmountCents,
  mostLines,
  NewLineItem,
} from '../products/line-item.ts';
import { commonFields, commonPatch, commonUnique, keptFields } from '../records/common-fields.ts';

const Amount = z.int().nonnegative().max(mostAmountCents);
export const OrderStatus = z.enum(['placed', 'paid', 'fulfilled', 'cancelled', 'refunded']);

const fields = {
  /** As the shop or the ERP calls it; no two orders have one. */
  number: z.string().trim().min(1).max(100).optional(),
  contactId: idOf('contact').optional(),
  companyId: idOf('company').optional(),
  dealId: idOf('deal').optional(),
  status: OrderStatus.default('placed'),
  /** When the customer ordered: by this it stands in their history, not by when it was written here. */
  placedAt: z.iso.datetime(),
  currency: Currency,
  note: personal(z.string().trim().max(5000).optional()),
};

export const Order = z.object({
  ...governedBase('order'),
  ...fields,
  ...commonFields,
  ...keptFields,
  /** A line of no product is in somebody's own words, which may name a person. */
  items: personal(z.array(LineItem).max(mostLines).default([])),
  /** What the lines come to; without lines as it was given. */
  amountCents: z.int().nonnegative(),
  /** What named a person was taken out then. */
  erasedAt: z.iso.datetime().optional(),
});
export type Order = z.infer<typeof Order>;
export const orderRecord = defineOwned(
  'order',
  Order,
  ({ ownerId }) => ownerId,
  (order) => [
    ...(order.number
      ? [{ name: 'order_number', value: order.number, code: 'number_taken', pointer: '/number' }]
      : []),
    ...commonUnique('order', order),
  ],
);
export const OrderBody = Order.omit({ workspaceId: true, customKeys: true }).partial(maskOf('order'));

export const NewOrder = z.strictObject({
  ...fields,
  ...commonFields,
  placedAt: Instant.optional().describe('Now where it is left out.'),
  currency: Currency.optional().describe("The workspace's where it is left out."),
  items: z.array(NewLineItem).max(mostLines).default([]),
  amountCents: Amount.optional().describe('For an order without items; with items it is what they come to.'),
});
export type NewOrder = z.infer<typeof NewOrder>;
export const OrderPatch = z.strictObject({
  number: fields.number.nullable(),
  contactId: fields.contactId.nullable(),
  companyId: fields.companyId.nullable(),
  dealId: fields.dealId.nullable(),
  status: fields.status.unwrap().optional(),
  placedAt: Instant.optional(),
  currency: Currency.optional(),
  note: fields.note.nullable(),
  items: clearable(z.array(NewLineItem).max(mostLines)),
  amountCents: Amount.optional(),
  ...commonPatch,
});
export type OrderPatch = z.infer<typeof OrderPatch>;

const customerMissing = () => {
  const detail = 'An order is of a contact or of a company.';
  return new AppError('invalid', 'customer_missing', detail, {
    errors: [{ pointer: '/contactId', code: 'customer_missing', detail }],
  });
};

/** One whose customer is gone (purged, erased) can be changed all the same. */
function sound(order: Order, before?: Order): Order {
  const hasCustomer = (one: Order) => one.contactId !== undefined || one.companyId !== undefined;
  if (!hasCustomer(order) && (!before || hasCustomer(before))) throw customerMissing();
  return { ...order, tags: distinctFolded(order.tags) };
}

/** Lines with their prices are reckoned already (`linesOf`). Throws `customer_missing`, `amount_mismatch`. */
export function createOrder(
  given: Omit<NewOrder, 'items'> & { items: LineItem[]; currency: string },
  by: Context,
): Kept<Order> {
  const { actor, now } = by;
  const { placedAt = now, amountCents, ...rest } = given;
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after = sound({
    ...rest,
    placedAt,
    amountCents: amountOfLines(given.items, amountCents, 0),
    ...base,
    id: idForNew('order', by),
  });
  return { of: orderRecord, before: undefined, after, events: [] };
}

/** The same. */
export function patchOrder(
  order: Order,
  patch: Omit<OrderPatch, 'items'> & { items?: LineItem[] | undefined },
  { now }: Context,
): Kept<Order> {
  const merged = mergePatch(order, patch);
  assertPriced(order, patch);
  const amountCents = amountOfLines(merged.items, patch.amountCents, order.amountCents);
  const after = nextVersion(sound({ ...merged, amountCents }, order), {}, now);
  return { of: orderRecord, before: order, after, events: [] };
}

/** Whether it counts as bought: what was cancelled or paid back does not. */
export const isBought = ({ status }: Pick<Order, 'status'>) =>
  status !== 'cancelled' && status !== 'refunded';
