import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type Stage = 'prospecting' | 'engaging' | 'won' | 'lost';
export type Account = {
  name: string;
  sector: string;
  revenueCents: number;
  employees: number;
  office: string;
  parent: string | undefined;
};
export type Opportunity = {
  id: string;
  agent: string;
  product: string;
  account: string | undefined;
  stage: Stage;
  engagedOn: string | undefined;
  closedOn: string | undefined;
  /** What a closed one came to, else the product's list price. */
  amountCents: number;
};
export type Sales = {
  accounts: Account[];
  products: { name: string; series: string; priceCents: number }[];
  agents: { name: string; manager: string; office: string }[];
  opportunities: Opportunity[];
};

type Row = Record<string, string>;
const rowsOf = (folder: string, file: string): Row[] =>
  parse(readFileSync(join(folder, file)), { columns: true, bom: true, trim: true, skip_empty_lines: true });
const cell = (row: Row, name: string) => row[name] ?? '';
const cents = (amount: string, unit = 1) => Math.round(Number(amount) * 100 * unit);
/** Spellings of the files that are not those of their other files. */
const meant: Record<string, string> = {
  GTXPro: 'GTX Pro',
  technolgy: 'technology',
  Philipines: 'Philippines',
};
const mended = (text: string) => meant[text] ?? text;

/** Reads `accounts`, `products`, `sales_teams` and `sales_pipeline` of a folder; at most so many opportunities, spread over the file. */
export function readSales(folder: string, most: number): Sales {
  const products = rowsOf(folder, 'products.csv').map((row) => ({
    name: cell(row, 'product'),
    series: cell(row, 'series'),
    priceCents: cents(cell(row, 'sales_price')),
  }));
  const priceOf = new Map(products.map(({ name, priceCents }) => [name, priceCents]));
  const rows = rowsOf(folder, 'sales_pipeline.csv');
  const step = Math.max(1, rows.length / most);
  const sample = rows.filter((_, n) => Math.floor(n / step) !== Math.floor((n - 1) / step)).slice(0, most);
  return {
    accounts: rowsOf(folder, 'accounts.csv').map((row) => ({
      name: cell(row, 'account'),
      sector: mended(cell(row, 'sector')),
      revenueCents: cents(cell(row, 'revenue'), 1_000_000),
      employees: Number(cell(row, 'employees')),
      office: mended(cell(row, 'office_location')),
      parent: cell(row, 'subsidiary_of') || undefined,
    })),
    products,
    agents: rowsOf(folder, 'sales_teams.csv').map((row) => ({
      name: cell(row, 'sales_agent'),
      manager: cell(row, 'manager'),
      office: cell(row, 'regional_office'),
    })),
    opportunities: sample.map((row) => {
      const stage = cell(row, 'deal_stage').toLowerCase() as Stage;
      const product = mended(cell(row, 'product'));
      const isClosed = stage === 'won' || stage === 'lost';
      return {
        id: cell(row, 'opportunity_id'),
        agent: cell(row, 'sales_agent'),
        product,
        account: cell(row, 'account') || undefined,
        stage,
        engagedOn: cell(row, 'engage_date') || undefined,
        closedOn: cell(row, 'close_date') || undefined,
        amountCents: isClosed ? cents(cell(row, 'close_value')) : (priceOf.get(product) ?? 0),
      };
    }),
  };
}
