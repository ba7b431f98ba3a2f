import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

type SentMail = {
  messageId: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
  headers: Record<string, string>;
  text: string;
  html: string;
};
export type LocalCloud = {
  readonly url: string;
  readonly smtpPort: number;
  readonly data: string;
  /** An access token of a demo user. */
  token(email: string): Promise<string>;
  /** Resolves when streams, queues and functions have nothing left to do. Throws with what still is after `seconds`. */
  idle(seconds?: number): Promise<void>;
  /** Every mail that SES was given, newest first. */
  mail(): Promise<SentMail[]>;
  /** Fires a schedule with a time and answers what its function answered. */
  schedule(name: string, time: string): Promise<{ ok: boolean; result?: unknown; errorMessage?: string }>;
  /** Messages in each queue of dead letters. */
  deadLetters(): Promise<Record<string, number>>;
  /** What the process has printed. */
  output(): string;
  /** SIGKILL, as a power cut would have it. */
  kill(): Promise<void>;
  /** Starts again on the same data and the same ports; kills what still runs. */
  restart(): Promise<void>;
  /** SIGTERM; removes the data folder if it was made here. */
  stop(): Promise<void>;
};
type Options = { data?: string; env?: Record<string, string> };
type Running = { child: ChildProcess; url: string; smtpPort: number; text(): string };

const root = fileURLToPath(new URL('../..', import.meta.url));
const startMs = 600_000; // a deadline finds what hangs

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));

function found(text: string, pattern: RegExp): string {
  const value = pattern.exec(text)?.[1];
  if (value === undefined) throw new Error(`The local cloud printed no ${pattern}:\n${text}`);
  return value;
}

/** Starts the process and waits for its line "ready". Throws with what it printed if that does not come. */
async function launch(env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, ['infra/local/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let text = '';
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Not ready after ${startMs} ms:\n${text}`)), startMs);
    const hear = (chunk: Buffer) => {
      text += String(chunk);
      if (!/^ready$/m.test(text)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The local cloud ended with ${code}:\n${text}`)));
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const url = found(text, /^API +(http\S+)$/m);
  return { child, url, smtpPort: Number(found(text, /^Mail in +smtp:\/\/\S+:(\d+)$/m)), text: () => text };
}

async function answered<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${text}`);
  return JSON.parse(text) as T;
}

/** What `fetch` waits for at most is 300 s. */
const usualS = 280;
/** What a test asks of `/_local/*`, wherever the cloud is at the moment of asking. */
function asking(url: () => string) {
  const get = async <T>(path: string): Promise<T> => answered<T>(await fetch(`${url()}/_local/${path}`));
  const post = async <T>(path: string, body: object): Promise<T> =>
    answered<T>(await fetch(`${url()}/_local/${path}`, { method: 'POST', body: JSON.stringify(body) }));
  return {
    token: async (email: string) => (await post<{ token: string }>('token', { email })).token,
    idle: async (seconds = usualS) => {
      for (let left = seconds; ; left -= usualS) {
        const path = `idle?timeout=${Math.min(left, usualS)}`;
        if (left <= usualS) return void (await get(path));
        if ((await fetch(`${url()}/_local/${path}`)).ok) return;
      }
    },
    mail: () => get<SentMail[]>('mail'),
    schedule: (name: string, time: string) =>
      post<{ ok: boolean; result?: unknown; errorMessage?: string }>(`schedules/${name}`, { time }),
    deadLetters: () => get<Record<string, number>>('dead-letters'),
  };
}

/** A local cloud of its own process, ports and data folder, as `npm start` runs it. Without demo data unless `env` asks for it. */
export async function startLocalCloud(options: Options = {}): Promise<LocalCloud> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'rapport-'));
  const ports = { PORT: String(await freePort()), SMTP_PORT: String(await freePort()) };
  const env = { RAPPORT_DEMO: '0', ...ports, ...options.env, RAPPORT_DATA: data };
  let running = await launch(env);
  const end = async (signal: NodeJS.Signals) => {
    running.child.kill(signal);
    await ended(running.child);
  };
  return {
    ...asking(() => running.url),
    get url() {
      return running.url;
    },
    get smtpPort() {
      return running.smtpPort;
    },
    data,
    output: () => running.text(),
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGKILL');
      const { port: PORT } = new URL(running.url);
      running = await launch({ ...env, PORT, SMTP_PORT: String(running.smtpPort) });
    },
    stop: async () => {
      await end('SIGTERM');
      if (options.data === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}
