import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import { addressesOf, idle, makeForm, postAll, type Target, tokenOf } from './forms-client.ts';
import { readTable, type Table } from './forms-rows.ts';

const say = (text = '') => process.stdout.write(`${text}\n`);
const connections = 8;
const user = 'admin@acme.test';

type Cloud = { url: string; stop: () => Promise<void> };
/** The local cloud at RAPPORT_URL, else one of our own that ends with us. */
async function cloud(): Promise<Cloud> {
  const { RAPPORT_URL } = process.env;
  return RAPPORT_URL ? { url: RAPPORT_URL, stop: async () => undefined } : startLocalCloud();
}

async function run(target: Target, table: Table) {
  const form = await makeForm(target, table);
  const started = performance.now();
  const outcomes = await postAll(target.url, form.formKey, table.rows, connections);
  const seconds = (performance.now() - started) / 1000;
  await idle(target.url);
  const settled = (performance.now() - started) / 1000;
  const addresses = await Array.fromAsync(addressesOf(target, form.id));
  const kept = new Set(addresses.map((address) => address.toLowerCase()));
  const missing = table.rows.filter(({ email = '' }) => !kept.has(email.toLowerCase())).length;
  return {
    outcomes,
    seconds,
    settled,
    contacts: addresses.length,
    duplicates: addresses.length - kept.size,
    missing,
  };
}

function figuresOf({ rows }: Table, result: Awaited<ReturnType<typeof run>>) {
  const { outcomes, seconds, settled, contacts, duplicates, missing } = result;
  const posted = outcomes.get('201') ?? 0;
  return {
    rows: rows.length,
    posted,
    errors: rows.length - posted,
    contacts,
    duplicates,
    missing,
    seconds: Number(seconds.toFixed(2)),
    perSecond: Number((posted / seconds).toFixed(1)),
    settledSeconds: Number(settled.toFixed(2)),
    engine: process.env.RAPPORT_URL ? 'of RAPPORT_URL' : (process.env.CRM_DYNAMODB ?? 'default'),
  };
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [csv, most = '1000000'] = positionals;
  if (!csv) throw new Error('Say which file: npm run eval:forms -- <csv> [rows]');
  const table = await readTable(resolve(process.env.INIT_CWD ?? '.', csv), Number(most));
  const { url, stop } = await cloud();
  try {
    const result = await run({ url, token: await tokenOf(url, user) }, table);
    const figures = figuresOf(table, result);
    for (const [outcome, count] of [...result.outcomes].sort())
      say(`answered ${outcome.padEnd(10)} ${count}`);
    say();
    for (const [name, value] of Object.entries(figures))
      say(`${name.padEnd(16)} ${String(value).padStart(14)}`);
    say();
    say(JSON.stringify(figures));
    const { rows, errors, contacts, duplicates, missing } = figures;
    if (errors + duplicates + missing > 0 || contacts !== rows) process.exitCode = 1;
  } finally {
    await stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
