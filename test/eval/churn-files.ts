import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

export type Customer = { id: string; country: string; recencyDays: number; split: string; hasLeft: boolean };
export type Order = { number: string; customerId: string; placedAt: string; amountCents: number };
export type Churn = { customers: Customer[]; orders: Order[]; cutoffOn: string };

type Row = Record<string, string>;
const dayMs = 86_400_000;
const cell = (row: Row, name: string) => row[name] ?? '';
const rowsIn = (text: string | Buffer): Row[] =>
  parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
const filesOf = (folder: string, form: RegExp): string[] => {
  const names = readdirSync(folder).filter((name) => form.test(name));
  if (names.length === 0) throw new Error(`${folder} has no file like ${form.source}`);
  return names.map((name) => join(folder, name));
};

/** The day up to which orders were known: of every customer it is as long after their last order as the file says. */
function cutoffOf(rows: readonly Row[]): string {
  const days = rows.map((row) => {
    const last = Date.parse(cell(row, 'last_order_before_cutoff').slice(0, 10));
    return new Date(last + Number(cell(row, 'recency_days')) * dayMs).toISOString().slice(0, 10);
  });
  const [day = '', ...others] = new Set(days);
  if (others.length > 0) throw new Error(`The customers are of several days: ${[day, ...others].join(', ')}`);
  return day;
}

/** An order is an invoice, and comes to what its lines do; what was paid back is none. */
function ordersOf(rows: readonly Row[], customerIds: ReadonlySet<string>, cutoffOn: string): Order[] {
  const isMeant = (row: Row) =>
    customerIds.has(cell(row, 'customer_id')) && cell(row, 'invoice_date').slice(0, 10) <= cutoffOn;
  const invoices = Map.groupBy(rows.filter(isMeant), (row) => cell(row, 'invoice_no'));
  return [...invoices].flatMap(([number, lines]) => {
    const [line] = lines;
    const amount = lines.reduce((sum, row) => sum + Number(cell(row, 'revenue')), 0);
    if (!line || amount < 0) return [];
    const placedAt = `${cell(line, 'invoice_date').replace(' ', 'T')}.000Z`;
    return [
      { number, customerId: cell(line, 'customer_id'), placedAt, amountCents: Math.round(amount * 100) },
    ];
  });
}

/** Customers of whom is known whether they left, and all that they ordered before; read from a folder. */
export function readChurn(folder: string): Churn {
  const rows = filesOf(folder, /^churn.*\.csv$/).flatMap((file) => rowsIn(readFileSync(file)));
  const customers = rows.map((row) => ({
    id: cell(row, 'customer_id'),
    country: cell(row, 'country'),
    recencyDays: Number(cell(row, 'recency_days')),
    split: cell(row, 'split'),
    hasLeft: cell(row, 'churned') === '1',
  }));
  const cutoffOn = cutoffOf(rows);
  const lines = filesOf(folder, /^order_category_lines.*\.csv\.gz$/).flatMap((file) =>
    rowsIn(gunzipSync(readFileSync(file))),
  );
  const orders = ordersOf(lines, new Set(customers.map(({ id }) => id)), cutoffOn);
  return { customers, orders, cutoffOn };
}
