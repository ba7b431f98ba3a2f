import type { Outcome } from './reports-sales.ts';
import {
  type Bought,
  cohortsOf,
  comingOf,
  monthOf,
  type Part,
  readTransactions,
  seasonsOf,
  sumOf,
} from './reports-transactions-files.ts';
import { type Client, makeAll, run } from './sales-client.ts';
import { compared, expectedOf, sectionOf, type Tree } from './sales-reports.ts';

const currency = 'GBP';
type Ids = Map<string, string>;
type Loaded = { ownerId: string; products: Ids; customers: Ids };

const distinct = (all: string[]) => [...new Set(all)];
const named = (names: string[], ids: string[]): Ids => new Map(names.map((name, n) => [name, ids[n] ?? '']));

/** Units that come to an amount which they do not divide: some cost a cent more, so that both are kept to the last one. */
function linesOf({ category, units, cents }: Part, products: Ids): object[] {
  const unitAmountCents = Math.floor(cents / units);
  const dearer = cents - unitAmountCents * units;
  const line = (quantity: number, unit: number) => ({
    productId: products.get(category),
    quantity,
    unitAmountCents: unit,
  });
  const lines = [line(units - dearer, unitAmountCents), line(dearer, unitAmountCents + 1)];
  return lines.filter(({ quantity }) => quantity > 0);
}

/** A seller of this run, who owns all of it; a product of each category; customers as contacts; and their orders. */
async function load(client: Client, orders: Bought[]): Promise<Loaded> {
  const person = { name: 'Shop', email: `shop.${run}@eval.example`, roles: ['rep'] };
  const { id: ownerId } = await client.post<{ id: string }>('/v1/users', 'POST /v1/users', person);
  const categories = distinct(orders.flatMap(({ parts }) => parts.map(({ category }) => category)));
  const goods = categories.map((name) => ({ name, category: name }));
  const products = named(categories, await makeAll(client, '/v1/products', goods));
  const ids = distinct(orders.map(({ customer }) => customer));
  const people = ids.map((id) => ({ lastName: `Customer ${id}`, externalId: `${run}/${id}`, ownerId }));
  const customers = named(ids, await makeAll(client, '/v1/contacts', people));
  const bodies = orders.map(({ number, placedAt, customer, parts }) => ({
    number: `${run}/${number}`,
    contactId: customers.get(customer),
    ...{ placedAt, currency, ownerId, status: 'fulfilled' },
    items: parts.flatMap((part) => linesOf(part, products)),
  }));
  await makeAll(client, '/v1/orders', bodies);
  return { ownerId, products, customers };
}

type Sold = { orders: number; lines: number; units: number; revenueCents: Record<string, number> };
type Orders = {
  whole: Sold;
  months: (Sold & { month: string })[];
  rows?: (Sold & { value: string | null })[];
};
type Met = { customers: number; new: number; returning: number };
type Customers = { whole: Met; months: (Met & { month: string })[] };
type Cohorts = {
  cohorts: { month: string; customers: number; returned: { after: number; customers: number }[] }[];
};
type Season = { rows: { value: string | null; months: { month: number; mean: number }[] }[] };

const money = ({ revenueCents }: Sold) => (revenueCents[currency] ?? 0) / 100;

function asker(client: Client, ownerId: string) {
  return <T>(report: string, query: Record<string, string>): Promise<T> =>
    client.get<T>(
      `/v1/reports/${report}?${new URLSearchParams({ ...query, ownerId })}`,
      `GET /v1/reports/${report} ${query.splitBy ?? ''}`,
    );
}
type Ask = ReturnType<typeof asker>;
type Stretch = { from: string; to: string };

async function byCategory(ask: Ask, months: string[]) {
  const found: Tree = {};
  let rows = 0;
  for (const month of months) {
    const report = await ask<Orders>('orders', { from: month, to: month, splitBy: 'category' });
    const some = report.rows ?? [];
    rows += sumOf(some.map(({ orders }) => orders));
    found[month] = Object.fromEntries(some.map((row) => [row.value ?? 'none', money(row)]));
  }
  return { found, rows };
}
function monthly({ months }: Orders, customers: Customers) {
  const met = new Map(customers.months.map((one) => [one.month, one]));
  return Object.fromEntries(
    months.map((one) => [
      one.month,
      {
        revenue: money(one),
        orders: one.orders,
        customers: met.get(one.month)?.customers,
        units: one.units,
      },
    ]),
  );
}
/** The first and the last day are the lists' to tell: reports are of months. */
async function dayOf(client: Client, { ownerId }: Loaded, direction: string): Promise<string | undefined> {
  const query = new URLSearchParams({ ownerId, sort: 'placed', direction, limit: '1' });
  const { items } = await client.get<{ items: { placedAt: string }[] }>(
    `/v1/orders?${query}`,
    'GET /v1/orders',
  );
  return items[0]?.placedAt.slice(0, 10);
}

const cohortsIn = ({ cohorts }: Cohorts) =>
  Object.fromEntries(
    cohorts.map(({ month, customers, returned }) => {
      const back = returned.filter((one) => one.customers > 0);
      return [
        month,
        Object.fromEntries([['0', customers], ...back.map((one) => [one.after, one.customers])]),
      ];
    }),
  );
const seasonsIn = ({ rows }: Season) =>
  Object.fromEntries(
    rows.map(({ value, months }) => [
      value ?? 'none',
      Object.fromEntries(months.filter(({ mean }) => mean > 0).map(({ month, mean }) => [month, mean])),
    ]),
  );

/** A month that the expected figures leave out, since it is not whole in the file, is counted from the rows. */
const only = (tree: Tree, months: string[]): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([month]) => months.includes(month)));

/** Asks every report that the files tell something of. */
async function found(client: Client, loaded: Loaded, stretch: Stretch, months: string[]) {
  const ask = asker(client, loaded.ownerId);
  const orders = await ask<Orders>('orders', stretch);
  const customers = await ask<Customers>('customers', stretch);
  const categories = await byCategory(ask, months);
  const totals = {
    rows: categories.rows,
    orders: orders.whole.orders,
    customers: customers.whole.customers,
    revenue: money(orders.whole),
    firstDay: await dayOf(client, loaded, 'asc'),
    lastDay: await dayOf(client, loaded, 'desc'),
  };
  const coming = customers.months.map(({ month, new: fresh, returning }) => [
    month,
    { new: fresh, returning },
  ]);
  return {
    monthly: monthly(orders, customers),
    monthlyByCategory: categories.found,
    devFileTotals: totals,
    coming: Object.fromEntries(coming) as Tree,
    cohorts: cohortsIn(await ask<Cohorts>('cohorts', stretch)),
    seasons: seasonsIn(await ask<Season>('seasons', { ...stretch, splitBy: 'category' })),
  };
}

/** Loads a shop's orders by the API and holds the reports to `expected-reports.json` and to the rows. */
export async function transactionsReports(
  client: Client,
  folder: string,
  settled: () => Promise<void>,
): Promise<Outcome> {
  const orders = readTransactions(folder);
  const loaded = await load(client, orders);
  await settled();
  const months = distinct(orders.map(monthOf)).toSorted();
  const stretch = { from: months[0] ?? '', to: months.at(-1) ?? '' };
  const said = await found(client, loaded, stretch, months);
  const expected = expectedOf(folder) ?? {};
  const wanted = Object.keys(sectionOf(expected, 'monthly'));
  const results = [
    compared('monthly', sectionOf(expected, 'monthly'), only(said.monthly, wanted)),
    compared(
      'monthlyByCategory',
      sectionOf(expected, 'monthlyByCategory'),
      only(said.monthlyByCategory, wanted),
    ),
    compared('devFileTotals', sectionOf(expected, 'devFileTotals'), said.devFileTotals),
    compared('new and returning', comingOf(orders), said.coming),
    compared('cohorts', cohortsOf(orders), said.cohorts),
    compared('seasons', seasonsOf(orders), said.seasons),
  ];
  const why = 'The file’s last month is not whole; its figures are in devFileTotals, cohorts and seasons.';
  return {
    checks: results.map(({ differing: _, ...check }) => check),
    differing: results.flatMap(({ differing }) => differing),
    leftOut: months.filter((month) => !wanted.includes(month)).map((figures) => ({ figures, why })),
  };
}
