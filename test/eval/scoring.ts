import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { areaUnderCurve, calibrationError } from '../../shared/learning/measures.ts';
import type { ModelCard } from '../../shared/scoring/scoring-model.ts';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import { clientFor, type ScoringClient } from './scoring-client.ts';
import {
  afterSale,
  intakeOf,
  isConverted,
  keyOf,
  type Lead,
  outcomeOf,
  readLeads,
  rulesOf,
} from './scoring-rows.ts';

const say = (text = '') => process.stdout.write(`${text}\n`);
const user = 'admin@acme.test';
const round = (value: number) => Number(value.toFixed(4));

type Cloud = { url: string; stop: () => Promise<void> };
/** The local cloud at RAPPORT_URL, else one of our own that ends with us. */
async function cloud(): Promise<Cloud> {
  const { RAPPORT_URL } = process.env;
  return RAPPORT_URL ? { url: RAPPORT_URL, stop: async () => undefined } : startLocalCloud();
}

type Leads = { taught: Lead[]; unseen: Lead[] };
/** What is learned from, and what is foretold: of a second file all of it. */
async function leadsOf(folder: string, second: string | undefined, most: number): Promise<Leads> {
  const all = await readLeads(join(folder, 'Leads.train.csv'), most);
  const isTaught = ({ row_index: index }: Lead) => Number(index) % 10 < 5;
  const unseen = second ? await readLeads(second, most) : all.filter((lead) => !isTaught(lead));
  return { taught: all.filter(isTaught), unseen };
}

/** What the scores of leads are worth whose outcome the product was never told. */
const foretold = (scores: Map<string, number>, ids: string[], leads: Lead[]) =>
  leads.map((lead, n) => ({ score: (scores.get(ids[n] ?? '') ?? 0) / 100, outcome: isConverted(lead) }));

async function run(client: ScoringClient, { taught, unseen }: Leads, isLast: boolean) {
  await client.put('/v1/scoring/rules', rulesOf(isLast));
  const began = performance.now();
  const known = await client.all(
    'create',
    taught.map((lead) => intakeOf(lead, isLast)),
  );
  const ids = await client.all(
    'create',
    unseen.map((lead) => intakeOf(lead, isLast)),
  );
  await client.idle();
  const byRules = foretold(await client.scores(), ids, unseen);
  await client.all(
    'update',
    taught.map((lead, n) => outcomeOf(known[n] ?? '', lead)),
  );
  await client.idle();
  const learning = performance.now();
  await client.learn();
  const learnSeconds = (performance.now() - learning) / 1000;
  await client.idle();
  const learned = foretold(await client.scores(), ids, unseen);
  const { cards } = await client.get<{ cards: ModelCard[] }>('/v1/scoring');
  const card = cards.find(({ purpose }) => purpose === 'lead');
  const left = new Set(card?.leftOut.map(({ name }) => name));
  return {
    rows: card?.rows ?? 0,
    unseen: unseen.length,
    status: card?.status,
    rules: round(areaUnderCurve(byRules)),
    learned: round(areaUnderCurve(learned)),
    calibrationError: round(calibrationError(learned)),
    cardAuc: card?.auc ?? 0,
    cardRulesAuc: card?.rulesAuc ?? 0,
    cardCalibrationError: card?.calibrationError ?? 1,
    notLeftOut: afterSale.filter((column) => !left.has(`custom.${keyOf(column)}`)),
    leftOut: [...left],
    learnSeconds: round(learnSeconds),
    seconds: Math.round((performance.now() - began) / 1000),
  };
}
type Figures = Awaited<ReturnType<typeof run>>;

const leak = 0.93;
const isBelowBar = ({ rules, learned, calibrationError: error, notLeftOut }: Figures, bar: number) =>
  rules < 0.8 || learned < bar || learned > leak || error > 0.05 || notLeftOut.length > 0;

function tell(name: string, figures: Figures): void {
  say(name === 'last' ? 'with last activity' : 'as they came in');
  for (const [what, value] of Object.entries(figures))
    say(`  ${what.padEnd(22)} ${Array.isArray(value) ? value.join(', ') || '–' : value}`);
}

/** Both runs, each in a workspace of its own. */
async function runs(url: string, leads: Leads, only: string | undefined): Promise<Record<string, Figures>> {
  const figures: Record<string, Figures> = {};
  for (const [name, bar] of Object.entries({ intake: 0.87, last: 0.89 })) {
    if (only && only !== name) continue;
    const client = await clientFor(url, user, `Evaluation ${name}`);
    const found = await run(client, leads, name === 'last');
    figures[name] = found;
    tell(name, found);
    if (isBelowBar(found, bar)) process.exitCode = 1;
  }
  return figures;
}

async function main(): Promise<void> {
  const options = { most: { type: 'string', default: '1000000' }, only: { type: 'string' } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  const [folder, second] = positionals.map((path) => resolve(process.env.INIT_CWD ?? '.', path));
  if (!folder)
    throw new Error(
      'Say which folder: npm run eval:scoring -- <folder> [second.csv] [--most N] [--only intake|last]',
    );
  const leads = await leadsOf(folder, second, Number(values.most));
  const { url, stop } = await cloud();
  try {
    const figures = await runs(url, leads, values.only);
    say();
    say(JSON.stringify(figures));
  } finally {
    await stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
