import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as z from 'zod';

const shared = new URL('../../shared/', import.meta.url);
const exported = /^export const [A-Z]\w* =/m;

/** What is worth a name of its own in a document: things with fields, choices, and what refers to itself. */
const shapes = ['object', 'union', 'enum', 'intersection', 'lazy'];
const typeOf = (schema: z.core.$ZodType): string => {
  const { def } = schema._zod;
  return def.type === 'pipe' ? typeOf((def as z.core.$ZodPipeDef).in) : def.type;
};
const isNameable = (value: unknown): value is z.ZodType => {
  const isSchema = typeof value === 'object' && value !== null && '_zod' in value;
  return isSchema && shapes.includes(typeOf(value as z.ZodType));
};

const pascal = (file: string) => file.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
type Export = { name: string; file: string; schema: z.ZodType };

/** A module that does not load is one that no route needs: theirs have loaded before. */
async function exportsOf(path: string): Promise<Export[]> {
  const module: Record<string, unknown> = await import(new URL(path, shared).href).catch(() => ({}));
  const file = pascal(basename(path, '.ts'));
  return Object.entries(module).flatMap(([name, schema]) =>
    /^[A-Z]/.test(name) && isNameable(schema) ? [{ name, file, schema }] : [],
  );
}

/** `ContactBody` is what the API calls a Contact; the `Contact` beside it is what is stored, and gives way. */
function shortName({ name, file }: Export, all: readonly Export[]): string {
  const bare = name.replace(/Body$/, '');
  const own = all.some((other) => other.name === `${name}Body`) ? `Stored${name}` : bare;
  const isTaken = all.some((other) => other.name === name && other.file !== file);
  return isTaken ? `${file}${own}` : own;
}

const isDomain = (path: string) =>
  path.endsWith('.ts') && !path.startsWith('platform/') && !path.endsWith('-store.ts');

/**
 * The names that schemas have in the OpenAPI document: those by which the domain exports them, so that a name hangs neither
 * on the order of routes nor on a list to keep. A schema's own `.meta({ id })` wins.
 */
async function findNames(): Promise<Map<z.core.$ZodType, string>> {
  const paths = readdirSync(shared, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => isDomain(path) && exported.test(readFileSync(new URL(path, shared), 'utf8')));
  const all = (await Promise.all(paths.sort().map(exportsOf))).flat();
  return new Map(all.map((one) => [one.schema, z.globalRegistry.get(one.schema)?.id ?? shortName(one, all)]));
}

export const exportedNames: ReadonlyMap<z.core.$ZodType, string> = await findNames();
