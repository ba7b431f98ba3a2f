import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { builtOnce } from './build-cache.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = fileURLToPath(import.meta.url);
const cache = join(root, 'node_modules/.cache/rapport-bundles');
const credentials = join(root, 'infra/credentials-from-environment.mjs');
const nodeHttp = join(root, 'infra/node-http.cjs');
const KEPT = 4;

/** Bundle name → entry file, relative to the project. The entry exports `handler`, or is a command (of `infra`) that runs by being loaded. */
export type Entries = Readonly<Record<string, string>>;

/**
 * Gives libraries a source map without content. Node reads every map while it loads a bundle: with the libraries' own maps that
 * is a fifth of a cold start, and their lines are of little use in a stack trace.
 */
const unmappedLibraries: Plugin = {
  name: 'unmapped-libraries',
  setup({ onLoad }) {
    const map = Buffer.from('{"version":3,"sources":["library"],"mappings":"AAAA"}').toString('base64');
    onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${map}`,
      loader: 'js',
    }));
  },
};

/** Lets libraries have `node:http` by `require` (see node-http.cjs). */
const requiredHttp: Plugin = {
  name: 'required-http',
  setup({ onResolve }) {
    onResolve({ filter: /^node:http$/ }, ({ importer }) =>
      importer === nodeHttp ? undefined : { path: nodeHttp },
    );
  },
};

/** How every bundle is made. */
export const bundleOptions = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  minify: true,
  mainFields: ['module', 'main'],
  metafile: true,
  splitting: true, // an `await import()` stays a file of its own, loaded when it is needed
  outExtension: { '.js': '.mjs' },
  sourcemap: 'linked',
  sourcesContent: false,
  legalComments: 'none',
  alias: { '@aws-sdk/credential-provider-node': credentials },
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
} as const satisfies BuildOptions;

async function sourcesUnder(folder: string): Promise<string[]> {
  const found = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Everything that can change a bundle: our own sources, what is installed, the options and the entries. */
async function keyOf(entries: Entries): Promise<string> {
  const folders = await Promise.all(['functions', 'shared', 'infra/recount'].map(sourcesUnder));
  const others = [
    here,
    credentials,
    nodeHttp,
    join(root, 'infra/recount.ts'),
    join(root, 'package.json'),
    join(root, 'package-lock.json'),
    join(root, 'docs/openapi.json'),
  ];
  const files = [...folders.flat().sort(), ...others];
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash('sha256').update(JSON.stringify([bundleOptions, entries]));
  for (const [i, content] of contents.entries())
    hash.update(`\0${files[i]}\0${content.length}\0`).update(content);
  return hash.digest('hex').slice(0, 32);
}

/** The files that an output needs beside it: itself and whatever it imports, near or far. */
export function closureOf(outputs: Metafile['outputs'], start: string): string[] {
  const seen = new Set([start]);
  for (const file of seen)
    for (const { path, external } of outputs[file]?.imports ?? []) if (!external) seen.add(path);
  return [...seen];
}

/** Lambda gives a function its credentials by environment variables; a command finds them wherever the SDK looks for them. */
const aliasesOf = (entry: string) => (entry.startsWith('infra/') ? {} : bundleOptions.alias);

/** esbuild leaves a chunk behind where the import of it was shaken off. */
async function bundle(folder: string, name: string, entry: string): Promise<void> {
  const { outputs } = (
    await build({
      ...bundleOptions,
      alias: aliasesOf(entry),
      plugins: [unmappedLibraries, requiredHttp],
      entryPoints: { [name]: entry },
      absWorkingDir: root,
      outdir: folder,
    })
  ).metafile;
  const start = Object.keys(outputs).find((file) => basename(file) === `${name}.mjs`) ?? '';
  const needed = new Set(closureOf(outputs, start).flatMap((file) => [file, `${file}.map`]));
  const unneeded = Object.keys(outputs).filter((file) => !needed.has(file));
  await Promise.all(unneeded.map((file) => rm(join(root, file))));
}

const atOnce = 6; // a build of all together holds them all in memory: gigabytes

/** Each by itself: chunks that functions share are many small files and hold what the others need, too. */
async function buildInto(target: string, entries: Entries): Promise<void> {
  const waiting = Object.entries(entries).values();
  const work = async () => {
    for (const [name, entry] of waiting) await bundle(join(target, name), name, entry);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/**
 * Bundles the functions (tree-shaken, minified, each on its own) and returns each one's folder: its entry `<name>.mjs` and
 * the chunks that it may load later. Unchanged sources are answered from a cache under node_modules;
 * two runs at once do not disturb each other. Throws esbuild's error where a source cannot be bundled.
 */
export async function bundleFunctions(entries: Entries): Promise<Record<string, string>> {
  const target = join(cache, await keyOf(entries));
  const folders = Object.fromEntries(Object.keys(entries).map((name) => [name, join(target, name)]));
  await builtOnce(target, KEPT, (folder) => buildInto(folder, entries));
  return folders;
}
