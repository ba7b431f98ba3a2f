import type { Counters } from '../core/projection.ts';
import type { Owned } from '../core/scoped-list.ts';
import { isBought, type Order } from '../orders/order.ts';
import type { LineItem } from '../products/line-item.ts';
import { cubeCounters, cubePk, type Fact, type Measures, noValue, wholeCounters } from './cube.ts';
import { moneyBucket } from './histogram.ts';

export const orderCube = 'ORDER';
/** A product's own, so that its months are one stretch, however many products there are. */
export const productCube = (productId: string) => `PRODUCT#${productId}`;

/** Of one unit: quantities have three decimals, and are added up as whole numbers. */
export const unit = 1000;
const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0);
const linesFigures = (lines: readonly LineItem[]): Measures => ({
  lines: lines.length,
  units: sum(lines.map(({ quantity }) => Math.round(quantity * unit))),
});
const centsOf = (currency: string, cents: number): Measures =>
  cents > 0 ? { [`cents.${currency}`]: cents } : {};

/**
 * A bought order in the month in which it was placed (UTC): `orders`, `lines`, `units` in thousandths, `cents.<currency>`, and its
 * size, `size.<currency>.<bucket>`.
 */
function wholeFact({ placedAt, currency, amountCents, items, companyId }: Order): Fact {
  const measures = {
    orders: 1,
    ...linesFigures(items),
    ...centsOf(currency, amountCents),
    [`size.${currency}.${moneyBucket(amountCents)}`]: 1,
  };
  return { month: placedAt.slice(0, 7), measures, values: { company: companyId ? [companyId] : [] } };
}

/** The lines of each product, or of each category, with their own money: an order of two counts once with both. */
function partFacts(order: Order, dimension: string, partOf: (line: LineItem) => string | undefined): Fact[] {
  const { placedAt, currency, amountCents, items } = order;
  const groups = Map.groupBy(items, (line) => partOf(line) ?? noValue);
  if (items.length === 0) groups.set(noValue, []);
  return [...groups].map(([value, lines]) => {
    const cents = items.length === 0 ? amountCents : sum(lines.map((line) => line.amountCents));
    const measures = { orders: 1, ...linesFigures(lines), ...centsOf(currency, cents) };
    return { month: placedAt.slice(0, 7), measures, values: { [dimension]: [value] }, isPart: true };
  });
}

/** All that an order adds to reports: nothing where it was cancelled or paid back. */
export function orderCells(order: Order, { ownerId, teamId }: Pick<Owned, 'ownerId' | 'teamId'>): Counters {
  if (!isBought(order)) return {};
  const { workspaceId } = order;
  const products = partFacts(order, 'product', ({ productId }) => productId);
  const facts = [wholeFact(order), ...products, ...partFacts(order, 'category', ({ category }) => category)];
  const own = products.flatMap((fact) =>
    (fact.values.product ?? [])
      .filter((id) => id !== noValue)
      .map((id) => wholeCounters(cubePk(workspaceId, productCube(id)), ownerId, [fact])),
  );
  return Object.assign(cubeCounters(cubePk(workspaceId, orderCube), { ownerId, teamId }, facts), ...own);
}
