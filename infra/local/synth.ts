import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const output = join(root, 'cdk.out');

/** Whatever can change the assembly. The local cloud's own files cannot. */
const sources = ['infra', 'functions', 'shared', 'package-lock.json', 'tsconfig.json', 'cdk.json'];

function newestUnder(path: string): number {
  if (!existsSync(path) || path === join(root, 'infra/local')) return 0;
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestUnder(join(path, name))),
    found.mtimeMs,
  );
}

function isFresh(): boolean {
  const manifest = join(output, 'manifest.json');
  if (!existsSync(manifest)) return false;
  const newest = Math.max(...sources.map((source) => newestUnder(join(root, source))));
  return newest < statSync(manifest).mtimeMs;
}

const run = () =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'infra/app.ts')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The synthesis ended with code ${code}`)),
    );
  });

/** Lets one process at a time synthesize; a lock older than two minutes is a dead one's. */
async function lock(): Promise<() => void> {
  const path = join(root, 'node_modules/.cache/rapport-synth.lock');
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    try {
      mkdirSync(path);
      return () => rmSync(path, { recursive: true, force: true });
    } catch {
      if (existsSync(path) && Date.now() - statSync(path).mtimeMs > 120_000)
        rmSync(path, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** The folder of the cloud assembly, synthesized anew when a source is newer than it. */
export async function freshAssembly(say: (text: string) => void): Promise<string> {
  if (isFresh()) return output;
  const unlock = await lock();
  try {
    if (isFresh()) return output;
    say('Synthesizing the cloud assembly…');
    await run();
    return output;
  } finally {
    unlock();
  }
}
