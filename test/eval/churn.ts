import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { areaUnderCurve } from '../../shared/learning/measures.ts';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import { type Customer, readChurn } from './churn-files.ts';
import { type Loaded, loadChurn, sayWhoLeft } from './churn-load.ts';
import { idle, tokenOf } from './forms-client.ts';
import { type Client, clientOf } from './sales-client.ts';

/** The area under the curve that must be reached on unseen customers, and how far above recency alone. */
const bar = { auc: 0.73, aboveRecency: 0.04 };
const say = (text = '') => process.stdout.write(`${text}\n`);
const rounded = (value: number) => Number(value.toFixed(4));
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

type Card = {
  purpose: string;
  status: string;
  rows: number;
  auc?: number;
  rulesAuc?: number;
  learnedAt?: string;
};
const cardOf = async (client: Client) => {
  const { cards } = await client.get<{ cards: Card[] }>('/v1/scoring', 'GET /v1/scoring');
  return cards.find(({ purpose }) => purpose === 'risk');
};
/** Has the workspace learn, and waits until it has and all risks are reckoned by it. */
async function learn(client: Client, url: string): Promise<Card> {
  const { learnedAt } = (await cardOf(client)) ?? {};
  const path = '/v1/scoring/risk/learn';
  await client.post(path, `POST ${path}`, {});
  for (let tries = 0; tries < 600; tries++) {
    await idle(url);
    const card = await cardOf(client);
    if (card?.learnedAt && card.learnedAt !== learnedAt) return card;
    await pause(500);
  }
  throw new Error('It did not learn.');
}

type Rated = Customer & { risk: number };
/** The risk of each by the API, a few at once. */
async function risksOf(client: Client, { contactIds }: Loaded, customers: readonly Customer[]) {
  const rated: Rated[] = [];
  const waiting = customers.values();
  const work = async () => {
    for (const customer of waiting) {
      const path = `/v1/contacts/${contactIds.get(customer.id)}`;
      const { risk } = await client.get<{ risk?: { value: number } }>(path, 'GET /v1/contacts/{contactId}');
      if (!risk) throw new Error(`Nothing is said of the risk of customer ${customer.id}`);
      rated.push({ ...customer, risk: risk.value });
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return rated;
}
const aucOf = (all: readonly Rated[], scoreOf: (one: Rated) => number) =>
  areaUnderCurve(all.map((one) => ({ score: scoreOf(one), outcome: one.hasLeft })));
const figuresOf = (rated: readonly Rated[]) => {
  const [auc, recencyAuc] = [aucOf(rated, ({ risk }) => risk), aucOf(rated, (one) => one.recencyDays)];
  return {
    unseen: rated.length,
    auc: rounded(auc),
    recencyAuc: rounded(recencyAuc),
    aboveRecency: rounded(auc - recencyAuc),
  };
};
type Figures = ReturnType<typeof figuresOf>;

/** Which half a customer is in (FNV-1a). */
function halfOf({ id }: Customer): number {
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 4) & 1;
}
/** Who is known in each turn: those of the split `train` where the files have others too, else either half. */
function turnsOf(customers: readonly Customer[]): ((customer: Customer) => boolean)[] {
  const splits = new Set(customers.map(({ split }) => split));
  if (splits.has('train') && splits.size > 1) return [({ split }) => split === 'train'];
  return [0, 1].map((half) => (customer) => halfOf(customer) === half);
}

/** Learns from those who are known, and rates those who are not. */
async function turn(
  client: Client,
  url: string,
  loaded: Loaded,
  all: readonly Customer[],
  isKnown: (one: Customer) => boolean,
) {
  await sayWhoLeft(client, loaded, all, (one) => (isKnown(one) ? one.hasLeft : undefined));
  await idle(url);
  const card = await learn(client, url);
  const unseen = all.filter((one) => !isKnown(one));
  return { card, rated: await risksOf(client, loaded, unseen) };
}

const mean = (numbers: number[]) => rounded(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);
const rowOf = (name: string, { unseen, auc, recencyAuc, aboveRecency }: Figures) =>
  `${name.padEnd(34)}${[unseen, auc, recencyAuc, aboveRecency].map((one) => String(one).padStart(14)).join('')}`;

async function evaluate(client: Client, url: string, folder: string) {
  const began = performance.now();
  const churn = readChurn(folder);
  const { customers } = churn;
  const loaded = await loadChurn(client, churn);
  await idle(url);
  const loadSeconds = Math.round((performance.now() - began) / 1000);
  say(`${''.padEnd(34)}${['customers', 'risk', 'recency', 'above'].map((one) => one.padStart(14)).join('')}`);
  const defaults = figuresOf(await risksOf(client, loaded, customers));
  say(rowOf('defaults, nothing learned', defaults));
  const byOrders = {
    card: await learn(client, url),
    ...figuresOf(await risksOf(client, loaded, customers)),
  };
  say(rowOf('learned from who ordered again', byOrders));
  const turns: (Figures & { card: Card })[] = [];
  for (const isKnown of turnsOf(customers)) {
    const { card, rated } = await turn(client, url, loaded, customers, isKnown);
    const figures = figuresOf(rated);
    turns.push({ ...figures, card });
    say(rowOf(`learned from ${card.rows} known, turn ${turns.length}`, figures));
  }
  const of = (name: 'auc' | 'recencyAuc' | 'aboveRecency') => mean(turns.map((one) => one[name]));
  const result = { auc: of('auc'), recencyAuc: of('recencyAuc'), aboveRecency: of('aboveRecency') };
  const figures = { customers: customers.length, orders: loaded.orders, cutoffOn: churn.cutoffOn };
  return { ...figures, ...result, turns, defaults, byOrders, loadSeconds };
}

async function main(): Promise<void> {
  const options = { user: { type: 'string', default: 'admin@acme.test' } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [folder] = positionals;
  if (!folder) throw new Error('Say which folder: npm run eval:churn -- <folder> [--user address]');
  const { RAPPORT_URL } = process.env;
  const { url, stop } = RAPPORT_URL
    ? { url: RAPPORT_URL, stop: async () => undefined }
    : await startLocalCloud();
  try {
    const client = clientOf({ url, token: await tokenOf(url, values.user) });
    const figures = await evaluate(client, url, resolve(process.env.INIT_CWD ?? '.', folder));
    say();
    say(JSON.stringify(figures));
    if (figures.auc < bar.auc || figures.aboveRecency < bar.aboveRecency) process.exitCode = 1;
  } finally {
    await stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
