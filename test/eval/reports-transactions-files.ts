import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** What of one category was in an order. */
export type Part = { category: string; units: number; cents: number };
export type Bought = { number: string; placedAt: string; customer: string; country: string; parts: Part[] };

type Row = Record<string, string>;
const isLines = (name: string) => /^order_category_lines.*\.csv\.gz$/.test(name);
export const hasTransactions = (folder: string): boolean => readdirSync(folder).some(isLines);

/** The orders of a shop, from a file with a row for each order and category in it. */
export function readTransactions(folder: string): Bought[] {
  const name = readdirSync(folder).find(isLines);
  if (!name) throw new Error(`${folder} holds no order_category_lines….csv.gz.`);
  const rows: Row[] = parse(gunzipSync(readFileSync(join(folder, name))), { columns: true });
  const orders = Map.groupBy(rows, ({ invoice_no: number = '' }) => number);
  return [...orders].map(([number, some]) => ({
    number,
    placedAt: `${some[0]?.invoice_date?.replace(' ', 'T')}.000Z`,
    customer: some[0]?.customer_id ?? '',
    country: some[0]?.country ?? '',
    parts: some.map(({ category = '', units, revenue }) => ({
      category,
      units: Number(units),
      cents: Math.round(Number(revenue) * 100),
    })),
  }));
}

export const monthOf = ({ placedAt }: Bought) => placedAt.slice(0, 7);
export const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);
const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** Who first bought in each month, and how many of them bought so many months after, counted from the rows. */
export function cohortsOf(orders: readonly Bought[]) {
  const months = Map.groupBy(orders, ({ customer }) => customer);
  const bought = [...months.values()].map((some) => [...new Set(some.map(monthOf))].toSorted());
  const cohorts = Map.groupBy(bought, ([first = '']) => first);
  return Object.fromEntries(
    [...cohorts].map(([month, all]) => {
      const back = all.flat().map((one) => String(numberOf(one) - numberOf(month)));
      const groups = Map.groupBy(back, (after) => after);
      return [month, Object.fromEntries([...groups].map(([after, some]) => [after, some.length]))];
    }),
  );
}

/** In each month who bought for the first time, and who had bought before. */
export function comingOf(orders: readonly Bought[]) {
  const firsts = new Map<string, string>();
  for (const order of orders) {
    const known = firsts.get(order.customer);
    if (!known || monthOf(order) < known) firsts.set(order.customer, monthOf(order));
  }
  return Object.fromEntries(
    [...Map.groupBy(orders, monthOf)].map(([month, some]) => {
      const customers = [...new Set(some.map(({ customer }) => customer))];
      const fresh = customers.filter((customer) => firsts.get(customer) === month).length;
      return [month, { new: fresh, returning: customers.length - fresh }];
    }),
  );
}

/** What came of each category in each calendar month: units in the mean of the years. */
export function seasonsOf(orders: readonly Bought[]) {
  const rows = orders.flatMap((order) => order.parts.map((part) => ({ ...part, month: monthOf(order) })));
  const months = [...new Set(orders.map(monthOf))];
  const yearsOf = (calendar: string) => months.filter((month) => month.endsWith(`-${calendar}`)).length;
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ category }) => category)].map(([category, some]) => {
      const calendar = Map.groupBy(some, ({ month }) => month.slice(5));
      const mean = [...calendar].map(([month, all]) => [
        String(Number(month)),
        sumOf(all.map(({ units }) => units)) / yearsOf(month),
      ]);
      return [category, Object.fromEntries(mean)];
    }),
  );
}
