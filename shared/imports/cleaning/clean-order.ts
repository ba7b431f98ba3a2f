import { mostAmountCents } from '../../products/line-item.ts';
import { plain } from '../../search/fold.ts';
import type { Cleaned } from './cleaned.ts';
import { customOf } from './custom-of.ts';
import { customerOf } from './customer-of.ts';
import { currencyOf, instantOf, moneyOf, numberOf } from './read-fields.ts';
import { fault, lineOf, present, type Row, textOf, wordsOf } from './row.ts';

const words = {
  placed:
    'placed, pending, open, new, on hold, authorized, draft, confirmed, processing, unpaid, offen, bestellt, en attente, pendiente, in attesa, 待付款, sent',
  paid: 'paid, bezahlt, paye, pagado, pagato, pago, betaald, oplacone, betald, betalt, оплачен, 已付款, partially paid, 支払済',
  fulfilled:
    'fulfilled, completed, complete, shipped, delivered, done, closed, erledigt, geliefert, versendet, abgeschlossen, expedie, livre, terminee, completado, entregado, completato, spedito, 已完成, выполнен, invoiced',
  cancelled:
    'cancelled, canceled, void, voided, storniert, annule, annulee, cancelado, annullato, geannuleerd, отменен, 已取消, failed, expired',
  refunded: 'refunded, returned, erstattet, rembourse, reembolsado, rimborsato, 已退款, partially refunded',
};
const statuses = new Map(
  Object.entries(words).flatMap(([status, list]) => list.split(', ').map((word) => [plain(word), status])),
);
function statusOf(row: Row): string | undefined {
  const said = row.said.get('status');
  if (said === undefined) return undefined;
  const found = statuses.get(plain(said).replace(/[_-]+/g, ' ').replace(/^wc /, '').trim());
  return found ?? fault(row, 'status', 'status_unknown', `${said} is no status of an order that is known.`);
}

/** The line of an order that the row is; one of the product's name alone has its price looked up. */
function itemOf(row: Row): Record<string, unknown> | undefined {
  const price = moneyOf(row, 'unitPrice');
  const item = present<unknown>({
    name: lineOf(row, 'product', 300),
    sku: lineOf(row, 'sku', 100),
    quantity: numberOf(row, 'quantity', { least: 0.001, most: 1_000_000 }),
    unitAmountCents: price?.cents,
    discountPercent: numberOf(row, 'discountPercent', { least: 0, most: 100 }),
  });
  return item.name || item.sku ? item : undefined;
}

/** An order's create body; its line is `besides.item`, since rows of one number are one order. */
export async function cleanOrder(row: Row): Promise<Cleaned> {
  const amount = moneyOf(row, 'amount', mostAmountCents);
  const values = present<unknown>({
    number: lineOf(row, 'number', 100),
    status: statusOf(row),
    placedAt: instantOf(row, 'placedAt'),
    currency: currencyOf(row, 'currency') ?? amount?.currency,
    amountCents: amount?.cents,
    note: textOf(row, 'note', 5000),
    tags: wordsOf(row, 'tags'),
    externalId: lineOf(row, 'externalId'),
    custom: customOf(row),
  });
  const besides = present<unknown>({
    ...(await customerOf(row)),
    item: itemOf(row),
    createdAt: instantOf(row, 'createdAt'),
  });
  return { values, besides };
}
