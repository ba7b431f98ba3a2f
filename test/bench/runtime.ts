import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundleFunctions } from '../../infra/bundle.ts';
import { functions } from '../../infra/functions.ts';
import { median, rounded, table } from './print.ts';

const run = promisify(execFile);
const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
type Figures = { status: number; loadMs: number; firstMs: number; cpuUs: number };
export type Request = { function: string; title: string; event: object };

/** The measure: SDK and document client in one file, minified, neither split nor trimmed. */
async function bareBundle(folder: string): Promise<string> {
  const outfile = join(folder, 'bare.mjs');
  const banner = {
    js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
  };
  const common = { bundle: true, platform: 'node', format: 'esm', target: 'node24', minify: true } as const;
  await build({ ...common, entryPoints: [here('bare.ts')], outfile, mainFields: ['module', 'main'], banner });
  return outfile;
}

async function once(bundle: string, event: string, warm: number): Promise<Figures> {
  const { stdout } = await run(process.execPath, [here('child.mjs'), bundle, event, String(warm)], {
    env: process.env,
  });
  return JSON.parse(stdout.slice(stdout.lastIndexOf('{'))) as Figures;
}

/** Runs both in turn, A B A B …, so that a machine whose speed drifts favours neither. */
async function inTurn(bundles: string[], events: string[], runs: number, warm: number): Promise<Figures[][]> {
  const figures: Figures[][] = bundles.map(() => []);
  for (let round = 0; round <= runs; round++) {
    for (const [i, bundle] of bundles.entries()) {
      const one = await once(bundle, events[i] as string, warm);
      if (round > 0) figures[i]?.push(one); // the first warms the disk
    }
  }
  return figures;
}

const coldMs = (all: Figures[]) => median(all.map(({ loadMs, firstMs }) => loadMs + firstMs));
const cpuUs = (all: Figures[]) => median(all.map((one) => one.cpuUs));

/** Module load and first request, and CPU of a warm request, each as a ratio to the bare handler with one GetItem. */
export async function measureRuntime(requests: Request[], { runs = 9, warm = 400 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
  const bundles = await bundleFunctions(
    Object.fromEntries(functions.map(({ name, entry }) => [name, entry])),
  );
  const bare = await bareBundle(folder);
  const rows = [];
  for (const { function: name, title, event } of requests) {
    const file = join(folder, `${name}.json`);
    await writeFile(file, JSON.stringify(event));
    const entry = join(bundles[name] as string, `${name}.mjs`);
    const [ours = [], theirs = []] = await inTurn([entry, bare], [file, file], runs, 0);
    const [warmOurs = [], warmTheirs = []] = await inTurn([entry, bare], [file, file], 3, warm);
    rows.push({
      request: title,
      status: ours[0]?.status ?? 0,
      'cold ms': rounded(coldMs(ours), 0),
      'bare ms': rounded(coldMs(theirs), 0),
      'cold ratio': rounded(coldMs(ours) / coldMs(theirs)),
      'warm µs': rounded(cpuUs(warmOurs), 0),
      'bare µs': rounded(cpuUs(warmTheirs), 0),
      'warm ratio': rounded(cpuUs(warmOurs) / cpuUs(warmTheirs)),
    });
  }
  table(`Functions: cold start and CPU of a warm request (median of ${runs})`, rows);
  return rows;
}

/** What a cold start loads: the entry and the chunks that it names statically, not those it may load later. */
function staticFiles(folder: string, entry: string): string[] {
  const seen = new Set([entry]);
  for (const file of seen) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, , found] of text.matchAll(/(?:^|[;}\s])(import|export)[^;"'()]*?["']\.\/([^"']+)["']/g)) {
      if (found && existsSync(join(folder, found))) seen.add(found);
    }
  }
  return [...seen];
}

export async function measureBundles() {
  const bundles = await bundleFunctions(
    Object.fromEntries(functions.map(({ name, entry }) => [name, entry])),
  );
  const rows = Object.entries(bundles).map(([name, folder]) => {
    const all = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
    const atStart = staticFiles(folder, `${name}.mjs`);
    const bytes = (files: string[]) => files.map((file) => readFileSync(join(folder, file)));
    const sum = (files: string[]) => bytes(files).reduce((total, content) => total + content.length, 0);
    const gzipped = gzipSync(Buffer.concat(bytes(atStart))).length;
    return {
      function: name,
      'at start KB': rounded(sum(atStart) / 1024, 0),
      'gzipped KB': rounded(gzipped / 1024, 0),
      'all KB': rounded(sum(all) / 1024, 0),
    };
  });
  table('Bundles', rows);
  return rows;
}
