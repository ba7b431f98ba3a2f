import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { IntakeBody } from '../../shared/mail/intake-routes.ts';
import { startLocalCloud } from '../helpers/local-cloud.ts';
import { readIntake, readMail, readMessages, sendAll, type Target } from './mail-client.ts';
import { compare } from './mail-compare.ts';
import { type Agreed, agreedIn, type MailFile, mailsUnder } from './mail-files.ts';
import { figuresOf, type Outcome, tableOf } from './mail-report.ts';

const say = (text = '') => process.stdout.write(`${text}\n`);
const user = 'admin@acme.test';

type Cloud = Pick<Target, 'url' | 'smtpPort'> & { stop(): Promise<void> };
/** The local cloud at RAPPORT_URL and SMTP_PORT, else one of our own that ends with us. */
async function cloud(): Promise<Cloud> {
  const { RAPPORT_URL, SMTP_PORT = '2525' } = process.env;
  if (RAPPORT_URL) return { url: RAPPORT_URL, smtpPort: Number(SMTP_PORT), stop: async () => undefined };
  return startLocalCloud();
}

async function tokenOf(url: string): Promise<string> {
  const response = await fetch(`${url}/_local/token`, {
    method: 'POST',
    body: JSON.stringify({ email: user }),
  });
  return ((await response.json()) as { token: string }).token;
}

/** Resolves once nothing is under way; a large folder may take longer than one request may. */
async function idle(url: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(`${url}/_local/idle?timeout=60`);
    if (response.ok) return;
    if (tries === 10) throw new Error(`Not idle: ${await response.text()}`);
  }
}

/** What was received, by the address that each message was sent to. */
async function intakesByAddress(target: Target): Promise<Map<string, IntakeBody>> {
  const all = new Map<string, IntakeBody>();
  for await (const intake of readMessages(target))
    for (const address of intake.recipients) all.set(address, intake);
  return all;
}

async function outcomeOf(
  target: Target,
  file: MailFile,
  intake: IntakeBody | undefined,
  agreed: Agreed | undefined,
): Promise<Outcome> {
  if (!intake) return { file, compared: [] };
  if (!agreed) return { file, intake, compared: [] };
  return { file, intake, compared: compare(agreed, await readMail(target, intake.id)) };
}

async function run(target: Target, files: MailFile[], agreed: Map<string, Agreed>): Promise<Outcome[]> {
  // An address for each message tells its intake from the others'; a plus-tag is the same mailbox.
  const mark = `e${Date.now().toString(36)}x`;
  const addressOf = (n: number) => `sales+${mark}${n}@in.acme.test`;
  const started = Date.now();
  const refused = await sendAll(target, files, addressOf);
  const sent = Date.now();
  await idle(target.url);
  say(`sent in ${(sent - started) / 1000} s, all dealt with ${(Date.now() - sent) / 1000} s later`);
  say();
  const intakes = await intakesByAddress(target);
  const outcomes: Outcome[] = [];
  for (const [n, file] of files.entries()) {
    const outcome = await outcomeOf(target, file, intakes.get(addressOf(n)), agreed.get(file.name));
    const why = refused.get(file.name);
    outcomes.push(why ? { ...outcome, refused: why } : outcome);
  }
  return outcomes;
}

async function evaluate(folder: string, { url, smtpPort }: Cloud): Promise<void> {
  const [files, agreed] = await Promise.all([mailsUnder(folder), agreedIn(folder)]);
  const target = { url, smtpPort, token: await tokenOf(url) };
  const outcomes = await run(target, files, agreed);
  for (const line of tableOf(outcomes)) say(line);
  const { received, logged, skipped, failed } = await readIntake(target);
  const skips = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const addsUp = received === logged + skips + failed;
  say();
  say(`intake: received ${received}, logged ${logged} + skipped ${skips} + failed ${failed}`);
  const figures = { ...figuresOf(outcomes), intakeAddsUp: addsUp };
  say(JSON.stringify(figures));
  if (figures.lost > 0 || !addsUp) process.exitCode = 1;
}

async function main(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  if (!positionals[0]) throw new Error('Say which folder: npm run eval:mail -- <folder>');
  const folder = resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  const running = await cloud();
  try {
    await evaluate(folder, running);
  } finally {
    await running.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
