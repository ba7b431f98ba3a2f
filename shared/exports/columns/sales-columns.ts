import type * as z from 'zod';
import type { ActivityBody } from '../../activities/activity.ts';
import type { DealBody } from '../../deals/deal.ts';
import type { OrderBody } from '../../orders/order.ts';
import type { ProductBody } from '../../products/product.ts';
import { amount, type Column, column, instantIn, numeral } from './column.ts';
import { commonColumns, customerColumns, idColumn, momentColumns, taggedColumns } from './common-columns.ts';

type Deal = z.output<typeof DealBody>;
type Product = z.output<typeof ProductBody>;
type Order = z.output<typeof OrderBody>;
type Activity = z.output<typeof ActivityBody>;

export const dealColumns: readonly Column<Deal>[] = [
  idColumn,
  column('name', 'Name', ({ name }) => name),
  column('amountCents', 'Amount', ({ amountCents }) => amount(amountCents)),
  column('currency', 'Currency', ({ currency }) => currency),
  column('pipelineId', 'Pipeline', ({ pipelineId }, { pipeline }) => pipeline(pipelineId)),
  column('stageId', 'Stage', ({ pipelineId, stageId }, { stage }) => stage(pipelineId, stageId)),
  column('status', 'Status', ({ status }) => status),
  column('expectedCloseOn', 'Expected close date', ({ expectedCloseOn }) => expectedCloseOn),
  column('openedOn', 'Opened on', ({ openedOn }) => openedOn),
  column('closedAt', 'Closed at', ({ closedAt }, { timeZone }) => instantIn(closedAt, timeZone)),
  column('lostReason', 'Lost reason', ({ lostReason }) => lostReason),
  column('wonReason', 'Won reason', ({ wonReason }) => wonReason),
  ...customerColumns,
  column('leadSource', 'Lead source', ({ leadSource }) => leadSource),
  column('campaign', 'Campaign', ({ campaign }) => campaign),
  column('source', 'Came in by', ({ source }) => source?.kind),
  ...commonColumns,
];

/** The price that began last of those of one currency: an import takes one. */
const priceOf = ({ prices = [] }: Product) => {
  const own = prices.filter(({ currency }) => currency === prices[0]?.currency);
  return own.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? 1 : -1))[0];
};
export const productColumns: readonly Column<Product>[] = [
  idColumn,
  column('name', 'Name', ({ name }) => name),
  column('sku', 'SKU', ({ sku }) => sku),
  column('description', 'Description', ({ description }) => description),
  column('category', 'Category', ({ category }) => category),
  column('unit', 'Unit', ({ unit }) => unit),
  column('prices', 'Price', (product) => amount(priceOf(product)?.amountCents)),
  column('prices', 'Currency', (product) => priceOf(product)?.currency),
  column('active', 'Active', ({ active }) => (active ? 'yes' : 'no')),
  ...taggedColumns,
  ...momentColumns,
];

type Line = NonNullable<Order['items']>[number];
/** An order as one of its lines. */
type OrderLine = Order & { line?: Line };
/** Rows of the same order say of which line they are; one without lines is a row as well. */
export const orderLines = (order: Order): OrderLine[] => {
  const lines = (order.items ?? []).map((line) => ({ ...order, line }));
  return lines.length > 0 ? lines : [order];
};
export const orderColumns: readonly Column<OrderLine>[] = [
  idColumn,
  column('number', 'Order number', ({ number }) => number),
  column('status', 'Status', ({ status }) => status),
  column('placedAt', 'Placed at', ({ placedAt }, { timeZone }) => instantIn(placedAt, timeZone)),
  column('currency', 'Currency', ({ currency }) => currency),
  column('amountCents', 'Amount', ({ amountCents }) => amount(amountCents)),
  ...customerColumns,
  column('items', 'Product', ({ line }) => line?.name),
  column('items', 'Quantity', ({ line }) => numeral(line?.quantity)),
  column('items', 'Unit price', ({ line }) => amount(line?.unitAmountCents)),
  column('items', 'Discount percent', ({ line }) => numeral(line?.discountPercent)),
  column('note', 'Note', ({ note }) => note),
  ...commonColumns,
];

const seconds = (ms: number | undefined) => (ms === undefined ? undefined : `${Math.round(ms / 1000)} s`);
export const activityColumns: readonly Column<Activity>[] = [
  idColumn,
  column('kind', 'Kind', ({ kind }) => kind),
  column('at', 'Date', ({ at }, { timeZone }) => instantIn(at, timeZone)),
  column('subject', 'Subject', ({ subject }) => subject),
  column('text', 'Text', ({ text }) => text),
  column('direction', 'Direction', ({ direction, call }) => direction ?? call?.direction),
  column('call', 'Duration', ({ call }) => seconds(call?.durationMs)),
  column('call', 'Outcome', ({ call }) => call?.outcome),
  column('contactId', 'Contact name', ({ contactId }, { contact }) => contact(contactId)?.name),
  column('contactId', 'Contact email', ({ contactId }, { contact }) => contact(contactId)?.email),
  column('by', 'Owner email', ({ by }, { emailOfUser }) =>
    emailOfUser(by.kind === 'user' ? by.id : undefined),
  ),
  column('externalId', 'External ID', ({ externalId }) => externalId),
];
