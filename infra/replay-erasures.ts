// `npm run erasures -- replay …`: after a restore of the table, erases again whom the ledger names. See docs/operations.md#restore.
import { parseArgs } from 'node:util';
import { replayErasure } from '../functions/privacy/erasing/replay.ts';
import type { Key } from '../shared/core/projection.ts';
import { projectionStore } from '../shared/platform/projection-store.ts';
import { projector } from '../shared/platform/projector.ts';
import { readLedger } from '../shared/privacy/ledger-store.ts';
import { projections } from '../shared/projections/registry.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
const usage = `npm run erasures -- replay --table <restored table> --bucket <ledger> --mail-bucket <bucket>
  --exports-bucket <bucket> --secret <name of the SSM parameter>
The names are outputs of the data stack; the secret is /rapport/<stage>/secret.`;

const variables = {
  table: 'TABLE_NAME',
  bucket: 'LEDGER_BUCKET',
  'mail-bucket': 'MAIL_BUCKET',
  'exports-bucket': 'EXPORTS_BUCKET',
  secret: 'SECRET_PARAMETER',
} as const;

/** Whether the command line says all that is needed; what it says becomes the environment that functions have. */
function prepared(): boolean {
  const names = Object.keys(variables) as (keyof typeof variables)[];
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  for (const name of names) if (values[name]) process.env[variables[name]] = values[name] as string;
  return positionals[0] === 'replay' && names.every((name) => process.env[variables[name]]);
}

/** The restored table has no stream that anybody reads yet, so that indexes follow by this process. */
async function look(keys: Key[]): Promise<void> {
  const { failed } = await projector(projectionStore, projections)(keys);
  if (failed[0]) throw failed[0].reason;
}

async function replay(): Promise<void> {
  const sums = { again: 0, looked: 0, never: 0 };
  for await (const entry of readLedger()) {
    const outcome = await replayErasure(entry, { now: new Date().toISOString(), look });
    sums[outcome]++;
    if (outcome === 'again') say(`erased again  ${entry.workspaceId} ${entry.contactId}`);
  }
  say(`${sums.again} erased again, ${sums.looked} were erased still, ${sums.never} are not in this table`);
}

if (prepared()) await replay();
else {
  say(usage);
  process.exitCode = 2;
}
