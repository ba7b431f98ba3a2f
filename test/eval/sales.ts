import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import { idle, tokenOf } from './forms-client.ts';
import { type Check, check } from './sales-check.ts';
import { type Client, clientOf, type Target, type Times } from './sales-client.ts';
import { readSales, type Sales } from './sales-files.ts';
import { importSales } from './sales-import.ts';
import { load } from './sales-load.ts';
import { reports } from './sales-reports.ts';

const say = (text = '') => process.stdout.write(`${text}\n`);

type Cloud = { url: string; stop: () => Promise<void> };
/** The local cloud at RAPPORT_URL, else one of our own that ends with us. */
async function cloud(): Promise<Cloud> {
  const { RAPPORT_URL } = process.env;
  return RAPPORT_URL ? { url: RAPPORT_URL, stop: async () => undefined } : startLocalCloud();
}

const seconds = (from: number) => Number(((performance.now() - from) / 1000).toFixed(1));
const rank = (sorted: number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
function tableOf(times: Times): string[] {
  const row = (name: string, figures: string[]) =>
    `${name.padEnd(34)}${figures.map((one) => one.padStart(10)).join('')}`;
  return [
    row('request', ['times', 'p50 ms', 'p95 ms']),
    ...[...times].map(([name, all]) => {
      const sorted = all.toSorted((a, b) => a - b);
      return row(name, [String(all.length), rank(sorted, 0.5).toFixed(0), rank(sorted, 0.95).toFixed(0)]);
    }),
  ];
}

type From = {
  client: Client;
  target: Target;
  sales: Sales;
  folder: string;
  by: 'api' | 'import';
  isWhole: boolean;
};
async function run({ client, target, sales, folder, by, isWhole }: From) {
  const began = performance.now();
  const { loaded, imports } =
    by === 'import'
      ? await importSales(client, target, sales, folder)
      : { loaded: await load(client, sales), imports: [] };
  const loadSeconds = seconds(began);
  await idle(target.url);
  const settledSeconds = seconds(began);
  const checking = performance.now();
  const own = await check(client, sales, loaded);
  const {
    checks: ofReports,
    leftOut,
    differing,
  } = await reports(client, folder, {
    loaded,
    imports,
    isWhole,
  });
  const checks = [...own, ...ofReports];
  return {
    loaded,
    imports,
    checks,
    leftOut,
    differing,
    loadSeconds,
    settledSeconds,
    checkSeconds: seconds(checking),
  };
}

const figuresOf = (
  sales: Sales,
  { loaded, imports, checks, ...times }: Awaited<ReturnType<typeof run>>,
  client: Client,
) => ({
  deals: sales.opportunities.length,
  companies: loaded.companies.size,
  products: loaded.products.size,
  users: loaded.users.size,
  teams: loaded.teams,
  requests: [...client.times.values()].flat().length,
  imports: imports.map(({ check, run: ran, asked }) => ({ check, run: ran, asked })),
  ...times,
  dealsPerSecond: Number((sales.opportunities.length / times.loadSeconds).toFixed(1)),
  checked: checks.reduce((sum, { of }) => sum + of, 0),
  wrong: checks.reduce((sum, { of, right }) => sum + of - right, 0),
});
const lineOf = ({ name, right, of }: Check) => `${name.padEnd(34)}${`${right} of ${of}`.padStart(20)}`;

async function main(): Promise<void> {
  const options = {
    most: { type: 'string' },
    by: { type: 'string', default: 'api' },
    user: { type: 'string', default: 'admin@acme.test' },
  } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [folder] = positionals;
  if (!folder)
    throw new Error(
      'Say which folder: npm run eval:sales -- <folder> [--most N] [--by import] [--user address]',
    );
  const path = resolve(process.env.INIT_CWD ?? '.', folder);
  const by = values.by === 'import' ? 'import' : 'api';
  const isWhole = by === 'import' || values.most === undefined; // an import takes the files as they are
  const sales = readSales(path, isWhole ? Number.POSITIVE_INFINITY : Number(values.most));
  const { url, stop } = await cloud();
  try {
    const target = { url, token: await tokenOf(url, values.user) };
    const client = clientOf(target);
    const result = await run({ client, target, sales, folder: path, by, isWhole });
    for (const line of tableOf(client.times)) say(line);
    say();
    for (const one of result.checks) say(lineOf(one));
    say();
    const figures = figuresOf(sales, result, client);
    say(JSON.stringify(figures));
    if (figures.wrong > 0) process.exitCode = 1;
  } finally {
    await stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
