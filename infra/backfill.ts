// `npm run backfill`: lets the projector look at all records that older code has listed. See docs/operations.md#backfilling.
import { parseArgs } from 'node:util';
import { projections } from '../shared/projections/registry.ts';
import { backfill, changedKinds } from './backfill/run.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    check: { type: 'boolean' },
    all: { type: 'boolean' },
    resume: { type: 'string' },
    segments: { type: 'string', default: '4' },
    rate: { type: 'string', default: '100' },
  },
});

function numberOf(name: 'segments' | 'rate'): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} is a whole number from 1`);
  return number;
}

// A local engine asks for no account, but the SDK does.
if (process.env.AWS_ENDPOINT_URL_DYNAMODB) {
  process.env.AWS_REGION ??= 'eu-west-1';
  process.env.AWS_ACCESS_KEY_ID ??= 'local';
  process.env.AWS_SECRET_ACCESS_KEY ??= 'local';
}

async function check(): Promise<number> {
  const kinds = await changedKinds(projections);
  for (const kind of kinds) say(`to be done  ${kind}`);
  say(kinds.length > 0 ? 'Run it without --check.' : 'The table is as this code has it.');
  return kinds.length > 0 ? 1 : 0;
}

async function run(): Promise<number> {
  const { resume, all = false } = values;
  const { isNeeded, seen, looked, failed } = await backfill(projections, {
    ...{ say, resume, all, segments: numberOf('segments'), rate: numberOf('rate') },
  });
  if (!isNeeded) say('The table is as this code has it: nothing was to be done.');
  else say(`${seen} records, ${looked} looked at, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = await (values.check ? check() : run());
