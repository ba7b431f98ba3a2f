/* npm run eval:reports -- <folder>: what reports say of a folder's records, held to its expected-reports.json. The last line is one JSON object. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import { idle, tokenOf } from './forms-client.ts';
import { type Outcome, salesReports } from './reports-sales.ts';
import { transactionsReports } from './reports-transactions.ts';
import { hasTransactions } from './reports-transactions-files.ts';
import { clientOf } from './sales-client.ts';

const say = (text = '') => process.stdout.write(`${text}\n`);

/** The local cloud at RAPPORT_URL, else one of our own that ends with us. */
async function cloud(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { RAPPORT_URL } = process.env;
  return RAPPORT_URL ? { url: RAPPORT_URL, stop: async () => undefined } : startLocalCloud();
}

const evaluations = { sales: salesReports, transactions: transactionsReports };
function kindOf(folder: string): keyof typeof evaluations {
  if (existsSync(join(folder, 'sales_pipeline.csv'))) return 'sales';
  if (hasTransactions(folder)) return 'transactions';
  throw new Error(`${folder} holds neither sales_pipeline.csv nor order_category_lines….csv.gz.`);
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
function print({ checks, differing }: Outcome, times: ReadonlyMap<string, number[]>): void {
  for (const { name, right, of } of checks) say(`${name.padEnd(44)}${`${right} of ${of}`.padStart(20)}`);
  for (const line of differing.slice(0, 40)) say(`  ${line}`);
  say();
  for (const [name, all] of times)
    if (name.includes('/reports/')) say(`${name.padEnd(44)}${`${median(all).toFixed(0)} ms`.padStart(20)}`);
}

async function main(): Promise<void> {
  const options = { user: { type: 'string', default: 'admin@acme.test' } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [folder] = positionals;
  if (!folder) throw new Error('Say which folder: npm run eval:reports -- <folder> [--user address]');
  const path = resolve(process.env.INIT_CWD ?? '.', folder);
  const kind = kindOf(path);
  const { url, stop } = await cloud();
  try {
    const client = clientOf({ url, token: await tokenOf(url, values.user) });
    const began = performance.now();
    const outcome = await evaluations[kind](client, path, () => idle(url));
    print(outcome, client.times);
    const { checks, leftOut, ...more } = outcome;
    const wrong = checks.reduce((sum, { right, of }) => sum + of - right, 0);
    const checked = checks.reduce((sum, { of }) => sum + of, 0);
    const seconds = Math.round((performance.now() - began) / 1000);
    say(
      JSON.stringify({ kind, checked, wrong, ...more, differing: more.differing.length, leftOut, seconds }),
    );
    if (wrong > 0) process.exitCode = 1;
  } finally {
    await stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
