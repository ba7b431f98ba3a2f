import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Imported } from './import-client.ts';
import type { Check } from './sales-check.ts';
import type { Client } from './sales-client.ts';
import type { Loaded } from './sales-load.ts';
import { questionsOf } from './sales-questions.ts';
import { readRecords } from './sales-records.ts';
import { recount } from './sales-recount.ts';

export type Tree = { [name: string]: unknown };
type Reports = { checks: Check[]; leftOut: LeftOut[]; differing: string[] };
/** Figures that are not held to what is expected, and why. */
type LeftOut = { figures: string; why: string };
type Brought = { loaded: Loaded; imports: Imported[]; isWhole: boolean };

const none: Reports = { checks: [], leftOut: [], differing: [] };

export function expectedOf(folder: string): Tree | undefined {
  const path = join(folder, 'expected-reports.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Tree) : undefined;
}

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const written = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
/** Every figure by its path; a list is one. */
const figuresOf = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    isTree(value) ? figuresOf(value, `${path}${name}.`) : [[path + name, written(value)]],
  );

/** A section's figures as both have them: one that the other does not have differs. */
export function compared(section: string, expected: Tree, found: Tree): Check & { differing: string[] } {
  const [wanted, had] = [new Map(figuresOf(expected)), new Map(figuresOf(found))];
  const paths = new Set([...wanted.keys(), ...had.keys()]);
  const differing = [...paths].filter((path) => wanted.get(path) !== had.get(path));
  const said = (path: string) =>
    `${section}.${path}: ${had.get(path) ?? 'none'} for ${wanted.get(path) ?? 'none'}`;
  return {
    name: `reports: ${section}`,
    right: paths.size - differing.length,
    of: paths.size,
    differing: differing.map(said),
  };
}

export const sectionOf = (tree: Tree, name: string): Tree => {
  const section = tree[name];
  return isTree(section) ? section : {};
};
const asked = ['productNameMismatches', 'misspellings', 'unknownAccounts'];
const withoutAsked = (tree: Tree): Tree => ({
  ...tree,
  dataQuality: Object.fromEntries(
    Object.entries(sectionOf(tree, 'dataQuality')).filter(([name]) => !asked.includes(name)),
  ),
});

/** Recounts the records that the API has, and what the imports asked, and holds all of it to `expected-reports.json` of the folder, where there is one. */
export async function reports(client: Client, folder: string, brought: Brought): Promise<Reports> {
  const { loaded, imports, isWhole } = brought;
  const said = expectedOf(folder);
  if (!said) return none;
  if (!isWhole) return { ...none, leftOut: [{ figures: 'all', why: 'They are of all rows.' }] };
  const isImported = imports.length > 0;
  const { source: _, definitions: __, ...expected } = isImported ? said : withoutAsked(said);
  const counted = recount(await readRecords(client, loaded));
  const dataQuality = { ...counted.dataQuality, ...(isImported && questionsOf(imports)) };
  const found: Tree = { ...counted, dataQuality };
  const sections = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  const results = sections.map((name) => compared(name, sectionOf(expected, name), sectionOf(found, name)));
  const why = 'A dry run says what is misspelt.';
  return {
    checks: results.map(({ differing: ___, ...check }) => check),
    leftOut: isImported ? [] : asked.map((name) => ({ figures: `dataQuality.${name}`, why })),
    differing: results.flatMap(({ differing }) => differing),
  };
}
