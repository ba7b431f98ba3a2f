/* npm run bench:import: what an import of contacts takes and costs. Prints a table and, as the last line, all figures as one JSON object. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { bundleFunctions } from '../../infra/bundle.ts';
import { nodeOptions } from '../../infra/function-definition.ts';
import { functions } from '../../infra/functions.ts';
import type { Context } from '../../shared/core/actor.ts';
import type { Kept } from '../../shared/core/record.ts';
import { pipelineRecord } from '../../shared/deals/pipeline.ts';
import { userRecord } from '../../shared/identity/user.ts';
import { CheckImport, type Import, importPrefix } from '../../shared/imports/import.ts';
import { runImport, undoImport } from '../../shared/imports/import-run.ts';
import { checkImport, readImport, startImport } from '../../shared/imports/import-steps.ts';
import { importStore } from '../../shared/imports/import-store.ts';
import { meter, resetMeter } from '../../shared/platform/meter.ts';
import { projectionStore } from '../../shared/platform/projection-store.ts';
import { projector } from '../../shared/platform/projector.ts';
import { projections } from '../../shared/projections/registry.ts';
import { workspaceRecord } from '../../shared/workspaces/workspace.ts';
import { acme } from '../fixtures/ids.ts';
import { aPipeline } from '../fixtures/pipeline.ts';
import { aUser } from '../fixtures/user.ts';
import { aWorkspace } from '../fixtures/workspace.ts';
import { aContext } from '../helpers/context.ts';
import { newTable, readAll } from '../helpers/dynamo.ts';
import { keep } from '../helpers/keep.ts';
import { startBuckets } from '../helpers/local-buckets.ts';
import { serveSecret } from './parameters.ts';
import { rounded, table } from './print.ts';

const Bucket = 'imports-of-the-bench';
process.env.IMPORTS_BUCKET = Bucket;
process.env.POWERTOOLS_SERVICE_NAME = 'bench';
/** As it is deployed: one file of all that it needs. */
const bundles = await bundleFunctions({ 'import-step': 'test/bench/import-step.ts' });
const step = join(bundles['import-step'] as string, 'import-step.mjs');
const job = functions.find(({ entry }) => entry === 'functions/jobs/on-job-asked-run.ts');
if (!job) throw new Error('No function works on imports');
const options = nodeOptions(job);

type Cost = { ms: number; requests: number; read: number; write: number; peakMiB: number };
/** One call of the function, in a process of its own. */
async function called(id: string): Promise<Cost> {
  const child = spawn(process.execPath, [...options, step, acme, id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Cost;
}

const by = (): Context => aContext({ now: new Date().toISOString() });
async function asked(id: string, decide: (one: Import, context: Context) => Kept<Import>): Promise<Cost> {
  await importStore.save(decide(await importStore.get(acme, id), by()), by());
  return called(id);
}

/** What the stream's readers make of the records, a hundred at a time. */
async function projected(): Promise<Cost> {
  const started = performance.now();
  const settle = projector(projectionStore, projections);
  const keys = (await Array.fromAsync(readAll())).filter(({ sk }) => sk === 'CONTACT');
  resetMeter();
  for (let at = 0; at < keys.length; at += 100)
    await settle(keys.slice(at, at + 100).map(({ pk, sk }) => ({ pk, sk })));
  return { ...meter, ms: performance.now() - started, peakMiB: 0 };
}

const person = (n: number) =>
  `First${n},Last${n % 997},person${n}@example${n % 50}.com,+49 30 ${1_000_000 + n},Company ${n % 300},Berlin,fair`;
async function measure(rows: number) {
  await newTable({ stream: false });
  await keep(workspaceRecord, aWorkspace());
  await keep(userRecord, aUser());
  await keep(pipelineRecord, aPipeline());
  const lines = Array.from({ length: rows }, (_, n) => person(n));
  const Body = Buffer.from(`First Name,Last Name,E-mail,Phone,Company,City,Tags\n${lines.join('\n')}\n`);
  const begun = startImport({ kind: 'contact', name: 'people.csv', size: Body.length }, by());
  await importStore.save(begun, by());
  const { id } = begun.after;
  await new S3Client({ forcePathStyle: true }).send(
    new PutObjectCommand({ Bucket, Key: `${importPrefix(begun.after)}file`, Body }),
  );

  const steps: Record<string, Cost> = {
    read: await asked(id, (one, { now }) => readImport(one, undefined, now)),
    'dry run': await asked(id, (one, context) => checkImport(one, CheckImport.parse({}), context)),
    run: await asked(id, (one, context) => runImport(one, { tells: false }, context)),
    'lists and search': await projected(),
    undo: await asked(id, undoImport),
  };
  const { status, undo } = await importStore.get(acme, id);
  if (status !== 'undone' || undo?.removed !== rows) throw new Error(`The import is ${status}`);
  return Object.entries(steps).map(([name, { ms, requests, read, write, peakMiB }]) => ({
    rows,
    step: name,
    'rows a second': rounded((rows / ms) * 1000, 0),
    'requests a row': rounded(requests / rows, 3),
    'read units a row': rounded(read / rows, 3),
    'write units a row': rounded(write / rows, 2),
    'peak MiB': rounded(peakMiB, 0),
  }));
}

await serveSecret();
const close = await startBuckets([Bucket]);
const sizes = (process.env.BENCH_ROWS ?? '2000,20000').split(',').map(Number);
const figures = [];
for (const rows of sizes) figures.push(...(await measure(rows)));
table('An import of contacts', figures);
process.stdout.write(`\n${JSON.stringify(figures)}\n`);
await close();
process.exit(0);
