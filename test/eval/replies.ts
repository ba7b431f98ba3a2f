/* npm run eval:replies -- <folder>: how often what a person wrote is told from what they quote. The last line is one JSON object. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { parseMail } from '../../shared/mail/parse-mail.ts';
import { replyTextOf } from '../../shared/mail/reply-text.ts';

const bar = 0.8;
const say = (text: string) => process.stdout.write(`${text}\n`);

const texts = z.union([z.string(), z.array(z.string())]).optional();
const Case = z.object({
  id: z.string(),
  source: z.string(),
  file: z.string().optional(),
  /** The mail's text itself, where it is in no file. */
  text: z.string().optional(),
  reply: z.string().optional(),
  replyStartsWith: texts,
  replyContains: texts,
  replyNotContains: texts,
  quotedStartsWith: texts,
  signatureStartsWith: texts,
  /** How many parts the mail falls into: of 1 that is no quote all is the reply. */
  fragments: z.int().optional(),
  maxSeconds: z.number().optional(),
});
type Case = z.infer<typeof Case>;
const Expected = z.object({ cases: z.array(Case) });
type Body = { text: string; html: string };

async function bodyOf(folder: string, { file, text }: Case): Promise<Body> {
  if (file === undefined) return { text: text ?? '', html: '' };
  const raw = await readFile(join(folder, file));
  const bytes = file.endsWith('.gz') ? gunzipSync(raw) : raw;
  return file.endsWith('.eml') ? parseMail(bytes) : { text: bytes.toString('utf8'), html: '' };
}

const each = (said: string | string[] | undefined): string[] => [said ?? []].flat();
/** The form in which the sets compare texts: by their lines, each without blanks at its ends. */
const byLines = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

type Got = { body: Body; reply: string; seconds: number };
/** What a case says of the reply, and whether it holds; nothing where it speaks of other things alone. */
function checksOf(one: Case, { body, reply: read, seconds }: Got): [what: string, holds: boolean][] {
  const reply = byLines(read);
  const all = (parts: string[], what: string, holds: (part: string) => boolean) =>
    parts.map((part): [string, boolean] => [`${what} ${JSON.stringify(part)}`, holds(byLines(part))]);
  const outside = [one.replyNotContains, one.quotedStartsWith, one.signatureStartsWith].flatMap(each);
  return [
    ...all(each(one.reply), 'equals', (part) => reply === part),
    ...all(one.fragments === 1 ? [body.text] : [], 'is all:', (part) => reply === part),
    ...all(each(one.replyStartsWith), 'begins with', (part) => reply.startsWith(part)),
    ...all(each(one.replyContains), 'has', (part) => reply.includes(part)),
    ...all(outside, 'is without', (part) => !reply.includes(part)),
    ...(one.maxSeconds === undefined
      ? []
      : [[`takes ${one.maxSeconds} s at most`, seconds <= one.maxSeconds] satisfies [string, boolean]]),
  ];
}

type Outcome = { id: string; source: string; wrong: string[] };
async function tried(folder: string, one: Case): Promise<Outcome[]> {
  const body = await bodyOf(folder, one);
  const began = performance.now();
  const reply = await replyTextOf(body.text, body.html);
  const checks = checksOf(one, { body, reply, seconds: (performance.now() - began) / 1000 });
  const wrong = checks.flatMap(([what, holds]) => (holds ? [] : [what]));
  return checks.length > 0 ? [{ id: one.id, source: one.source, wrong }] : [];
}

const { positionals } = parseArgs({ allowPositionals: true });
const [given] = positionals;
if (!given) throw new Error('Give the folder of the replies, whose expected.json says what is right.');
const folder = resolve(given);
const { cases } = Expected.parse(JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')));
const outcomes: Outcome[] = [];
for (const one of cases) outcomes.push(...(await tried(folder, one)));

const share = (some: Outcome[]) => some.filter(({ wrong }) => wrong.length === 0).length / some.length;
for (const { id, wrong } of outcomes) for (const what of wrong) say(`${id} ${what.slice(0, 160)}`);
say(`\n${'set'.padEnd(20)}${'replies'.padStart(8)}${'right'.padStart(8)}`);
const row = (name: string, some: Outcome[]) =>
  say(`${name.padEnd(20)}${String(some.length).padStart(8)}${share(some).toFixed(3).padStart(8)}`);
for (const [source, some = []] of Object.entries(Object.groupBy(outcomes, ({ source }) => source)))
  row(source, some);
row('all', outcomes);
const right = share(outcomes);
say(JSON.stringify({ replies: outcomes.length, right: Number(right.toFixed(3)), bar }));
process.exit(right >= bar ? 0 : 1);
