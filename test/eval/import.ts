import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cardTally } from './import-cards.ts';
import { dialectTally } from './import-dialects.ts';
import { exportTallies } from './import-exports.ts';
import { headerMapTallies } from './import-header-maps.ts';
import { phoneTally } from './import-phones.ts';
import type { Tally } from './import-tally.ts';

const say = (text = '') => process.stdout.write(`${text}\n`);
const least: Readonly<Record<string, number>> = { columns: 0.95, phones: 0.99 };
const shareOf = ({ right, of }: Tally) => (of === 0 ? 1 : Number((right / of).toFixed(4)));
const lineOf = (tally: Tally) => {
  const { name, right, of } = tally;
  return `${name.padEnd(24)}${`${right} of ${of}`.padStart(16)}${shareOf(tally).toFixed(3).padStart(10)}`;
};
/** `exports, name` is `exportsName`. */
const keyOf = (name: string) => name.replace(/, (.)/g, (_, letter: string) => letter.toUpperCase());

/** What of a folder is not there is left out. */
async function tallied(run: (folder: string) => Promise<Tally | Tally[]>, folder: string): Promise<Tally[]> {
  try {
    return [await run(folder)].flat();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (!positionals[0]) throw new Error('Say which folder: npm run eval:import -- <folder>');
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  const tallies: Tally[] = [];
  for (const run of [headerMapTallies, phoneTally, dialectTally, exportTallies, cardTally])
    tallies.push(...(await tallied(run, folder)));
  for (const told of tallies.flatMap(({ wrong }) => wrong)) say(`wrong: ${told}`);
  say();
  for (const tally of tallies) say(lineOf(tally));
  say();
  say(JSON.stringify(Object.fromEntries(tallies.map((tally) => [keyOf(tally.name), shareOf(tally)]))));
  if (tallies.some((tally) => shareOf(tally) < (least[tally.name] ?? 0))) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
