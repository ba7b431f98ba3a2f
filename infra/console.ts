import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtOnce } from './build-cache.ts';
import { withImported } from './imported.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules/.cache/rapport-console');
const KEPT = 8;

/** Whatever can change the build, with what these import: its sources, the client that it calls the API by, what is installed and how it is built. */
const sources = [
  'web/console',
  'web/client/src',
  'infra/console',
  'infra/console.ts',
  'package-lock.json',
  'tsconfig.json',
];
const isOutput = (path: string) => path.startsWith(join(root, 'web/console/dist'));

async function filesIn(source: string): Promise<string[]> {
  const path = join(root, source);
  if (!(await stat(path)).isDirectory()) return [path];
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => !isOutput(file)).sort();
}

/** The files that a build is made of, and by: where one of them changes, another is. */
export async function consoleSources(): Promise<string[]> {
  return withImported((await Promise.all(sources.map(filesIn))).flat());
}

async function keyOf(): Promise<string> {
  const files = await consoleSources();
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash('sha256');
  for (const [i, content] of contents.entries())
    hash.update(`\0${files[i]?.slice(root.length)}\0${content.length}\0`).update(content);
  return hash.digest('hex').slice(0, 32);
}

/** In a process of its own: Vite and what it loads are larger than the rest, and it wants an environment without our tests' settings. */
function vite(outDir: string): Promise<void> {
  const script = join(root, 'node_modules/vite/bin/vite.js');
  // Each build has a folder of its own, so that Vite need not keep one from running beside another.
  const given = [
    'build',
    'web/console',
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--bypass-lock',
    '--logLevel',
    'error',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...given], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The console's build ended with code ${code}`)),
    );
  });
}

/**
 * Builds the console for production and answers the folder of its files. Unchanged sources are answered from a cache under
 * node_modules, which forgets builds of long ago: who needs the files for longer copies them. Two runs at once do not disturb each
 * other. `say` hears of a build that takes seconds. Throws where the sources cannot be built; Vite has then said why.
 */
export async function buildConsole(say: (text: string) => void = () => {}): Promise<string> {
  const target = join(cache, await keyOf());
  await builtOnce(target, KEPT, (folder) => {
    say('Building the console…');
    return vite(folder);
  });
  return target;
}
