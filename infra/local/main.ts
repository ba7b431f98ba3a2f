import { existsSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildConsole } from '../console.ts';
import { type Cloud, startCloud } from './cloud.ts';
import { demoUsers } from './demo/users.ts';
import { type Options, readOptions } from './options.ts';
import { freshAssembly } from './synth.ts';

type Seed = { seed(options: { tableName: string; demo: boolean; publicUrl: string }): Promise<void> };

const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (error: unknown) =>
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);

/** The console as it is now, beside the data: builds that come later forget the older ones, and this one is to be served on. */
async function builtConsole({ data, console: given }: Options): Promise<string | undefined> {
  // Another assembly has paths of its own, which are none of the console's.
  if (given || process.env.RAPPORT_ASSEMBLY) return given;
  const folder = join(data, 'console');
  const built = await buildConsole(say);
  await rm(folder, { recursive: true, force: true });
  await cp(built, folder, { recursive: true });
  return folder;
}

/** Lets stores that are loaded from now on find the table. */
function findTable(cloud: Cloud): void {
  Object.assign(process.env, cloud.environment, { TABLE_NAME: cloud.tables[0]?.name });
}

/** What a folder of earlier code lists is brought to what this code lists: one read where nothing is to be done. */
async function catchUp(): Promise<void> {
  const { backfill } = await import('../backfill/run.ts');
  const { projections } = await import('../../shared/projections/registry.ts');
  const { looked, failed } = await backfill(projections, { say, rate: Number.POSITIVE_INFINITY });
  if (looked > 0) say(`${looked} records of earlier code are listed anew, ${failed} failed`);
}

/** Runs `demo/seed.ts` where there is one. It uses the stores, so the environment has to be set before it is loaded. */
async function seed(cloud: Cloud, { demo }: Options): Promise<void> {
  const file = new URL('./demo/seed.ts', import.meta.url);
  const [table] = cloud.tables;
  if (!existsSync(file) || !table) return;
  const module = (await import(file.href)) as Seed;
  await module.seed({ tableName: table.name, demo, publicUrl: cloud.url });
}

/** Throws when the API has not answered its health check with 200 after half a minute. */
async function healthy(url: string): Promise<void> {
  const until = Date.now() + 30_000;
  for (;;) {
    const response = await fetch(`${url}/v1/health`);
    const text = await response.text();
    if (response.ok) return;
    if (Date.now() > until) throw new Error(`GET /v1/health answers ${response.status}: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function introduce(cloud: Cloud, options: Options): void {
  const { url, smtpPort } = cloud;
  for (const kind of cloud.unknownKinds) say(`Not run here: ${kind}`);
  if (options.console) say(`Console        http://localhost:${new URL(url).port}`);
  say(`API            ${url}`);
  say(`API docs       ${url}/docs`);
  say(`Mail in        smtp://127.0.0.1:${smtpPort}`);
  say(`Mail out       ${url}/_local/mail.html`);
  say(`Sign in        curl -d '{"email":"${demoUsers[0]?.email}"}' ${url}/_local/token`);
  say(`               users: ${demoUsers.map(({ email }) => email).join(', ')}`);
  const [table] = cloud.tables;
  if (table) say(`Table          ${table.name} at ${cloud.environment.AWS_ENDPOINT_URL_DYNAMODB}`);
  say(
    `Data           ${relative(process.cwd(), options.data) || '.'} (${cloud.engine}; logs of the functions in ${join(relative(process.cwd(), options.data), 'logs')})`,
  );
  say('ready');
}

/** Ends within five seconds, one way or another; the engine's watcher ends the engine even if we are cut off. */
function endOn(cloud: Cloud): (code: number) => void {
  let ending = false;
  const end = (code: number) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code || 1), 4500).unref();
    cloud.end().then(() => process.exit(code), complain);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  return end;
}

async function main(): Promise<void> {
  const given = readOptions(process.env);
  const [folder, built] = await Promise.all([
    process.env.RAPPORT_ASSEMBLY || freshAssembly(say),
    builtConsole(given),
  ]);
  const options = { ...given, console: built };
  let end: (code: number) => void = (code) => process.exit(code);
  const cloud = await startCloud(folder, options, (reason) => {
    complain(reason);
    end(1);
  });
  end = endOn(cloud);
  try {
    // Another assembly's table is not ours to fill.
    if (!process.env.RAPPORT_ASSEMBLY && cloud.tables.length > 0) {
      findTable(cloud);
      await catchUp();
      await seed(cloud, options);
    }
    await healthy(cloud.url);
    introduce(cloud, options);
  } catch (error) {
    complain(error);
    end(1);
  }
}

main().catch((error: unknown) => {
  complain(error);
  process.exit(1);
});
