import type { Document } from './document-breaks.ts';

const said = new Set(['description', 'summary', 'example', 'examples', 'tags', 'default']);
/** Beneath these stand names that are data. */
const keyed = new Set(['properties', 'responses', 'headers']);
/** A value without what nobody's program relies on. Names that are data (fields, parameters) stay, whatever they are called. */
function bare(value: unknown, isNames = false): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => bare(one));
  const kept = Object.entries(value).filter(([key]) => isNames || !said.has(key));
  return Object.fromEntries(kept.map(([key, one]) => [key, bare(one, keyed.has(key))]));
}

const lines = (all: object = {}) =>
  Object.entries(all)
    .map(([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(bare(one))}`)
    .join(',\n');

/** What of a document its callers rely on, as text with a line for each path and schema. */
export function releasedText({ paths, components }: Document): string {
  const { schemas, parameters, responses } = components;
  const parts = Object.entries({ schemas, parameters, responses }).map(
    ([name, all]) => `"${name}": {\n${lines(all)}\n}`,
  );
  return `{"paths": {\n${lines(paths)}\n},\n"components": {\n${parts.join(',\n')}\n}}\n`;
}
