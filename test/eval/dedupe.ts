import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mergeAt, reviewAt } from '../../shared/duplicates/thresholds.ts';
import { loadByApi } from './dedupe-api.ts';
import { barsOf, mergedOf, type Resolved, type Score, scoreOf } from './dedupe-figures.ts';
import { type DedupeSet, loadSet } from './dedupe-load.ts';
import { runOn, type Scored } from './dedupe-pairs.ts';

const say = (text = '') => process.stdout.write(`${text}\n`);
const large = 1_000_000;
const telling = 1000; // of fewer records nothing follows for a million

const round = (value: number, digits = 4): number => Number(value.toFixed(digits));
const rounded = ({ precision, recall, f1 }: Score) => ({
  precision: round(precision),
  recall: round(recall),
  f1: round(f1),
});

type Judged = Resolved & Pick<DedupeSet, 'name' | 'hasAddresses'>;
/** How well pairs agree with the truth, and with the bars. */
function judged(set: Judged, pairs: Scored[], matching: string[]) {
  const [review, merge] = [scoreOf(set, pairs, reviewAt), scoreOf(set, pairs, mergeAt)];
  const bars = barsOf(set, matching);
  return {
    set: set.name,
    matching: matching.join(' ') || 'none',
    rows: set.truth.length,
    records: set.records.length,
    review: rounded(review),
    merge: rounded(merge),
    merged: rounded(scoreOf(set, mergedOf(pairs), mergeAt)),
    isBelowBar:
      review.f1 < bars.review || merge.precision < bars.merge.precision || merge.recall < bars.merge.recall,
  };
}

function figuresOf(set: DedupeSet, matching: string[]) {
  const { pairs, keys, perSecond } = runOn(set, matching);
  const count = set.records.length;
  const strangers = pairs.filter(({ probability }) => probability < reviewAt).length;
  return {
    ...judged(set, pairs, matching),
    recallOfKeys: round(scoreOf(set, pairs, 0).recall),
    keys: { most: keys.most, mean: round(keys.mean, 1) },
    met: round((2 * pairs.length) / count, 2),
    ...(count >= telling && { strangersAtLarge: Math.round(((2 * strangers) / count) * (large / count)) }),
    perSecond: Math.round(perSecond),
  };
}
type InMemory = ReturnType<typeof figuresOf>;

/** What the product itself says, of a set that was brought by its import. */
async function figuresByApi(file: string, all: DedupeSet, matching: string[]) {
  const { set, pairs, run } = await loadByApi(file, all, matching.length > 0);
  return {
    ...judged(set, pairs, matching),
    run,
  };
}
type ByApi = Awaited<ReturnType<typeof figuresByApi>>;
type Figures = InMemory | ByApi;

const score = ({ precision, recall, f1 }: Score) =>
  [precision, recall, f1].map((value) => value.toFixed(4)).join('  ');

const importLine = ({ rows, records, run }: Pick<ByApi, 'rows' | 'records' | 'run'>) =>
  `rows ${rows}, records ${records}, import ${JSON.stringify(run)}`;
const keysLine = (
  more: Pick<
    InMemory,
    'rows' | 'records' | 'recallOfKeys' | 'keys' | 'met' | 'strangersAtLarge' | 'perSecond'
  >,
) =>
  `rows ${more.rows}, records ${more.records}, recall of the keys ${more.recallOfKeys}, keys a record ${more.keys.mean} (most ${more.keys.most}), ` +
  `records met ${more.met}, strangers met at ${large} records ${more.strangersAtLarge ?? 'untold'}, comparisons a second ${more.perSecond}`;

function print({ set, matching, review, merge, merged, ...more }: Figures): void {
  say(`${set}, custom fields compared: ${matching}`);
  say('               precision  recall  F1');
  say(`review ${String(reviewAt).padEnd(7)} ${score(review)}`);
  say(`merge  ${String(mergeAt).padEnd(7)} ${score(merge)}`);
  say(`merged groups  ${score(merged)}`);
  say('run' in more ? importLine(more) : keysLine(more));
  say();
}

async function main(): Promise<void> {
  const options = { memory: { type: 'boolean', default: false } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, options });
  if (!positionals[0]) throw new Error('Say which folder: npm run eval:dedupe -- <folder> [--memory]');
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  const all: Figures[] = [];
  for (const file of files) {
    const path = join(folder, file);
    const set = await loadSet(path, basename(file, '.csv'));
    const figures = (matching: string[]) =>
      values.memory ? figuresOf(set, matching) : figuresByApi(path, set, matching);
    all.push(await figures([]));
    if (set.matching.length) all.push(await figures(set.matching));
  }
  for (const figures of all) print(figures);
  say(JSON.stringify(all));
  if (all.some(({ isBelowBar }) => isBelowBar)) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
