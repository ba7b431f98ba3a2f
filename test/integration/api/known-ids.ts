import { acme, ann, ben, pipelineId } from '../../fixtures/ids.ts';
import type { Call } from '../../helpers/call.ts';
import { deepPlace, idPlaces, nested } from './odd-values.ts';

/** Ids by their prefixes, of what the world began with and of what answers have named; and the last cursor. */
const ids = new Map<string, string[]>();
let cursor = '';
const others: Record<string, string> = {};

const idForm = /^([a-z]{2})_[0-9A-HJKMNP-TV-Z]{26}$/;
const most = 12;

export function forget(): void {
  ids.clear();
  cursor = '';
  for (const id of [acme, ann, ben, pipelineId]) learn(id);
}

function learnText(value: string, name: string): void {
  const prefix = idForm.exec(value)?.[1];
  if (name === 'cursor') cursor = value;
  if (name === 'formKey') others.formKey = value;
  const found = ids.get(prefix ?? '') ?? [];
  if (prefix && !found.includes(value)) ids.set(prefix, [...found, value].slice(-most));
}

/** Remembers the ids, keys and cursors that an answer names. */
export function learn(value: unknown, name = ''): void {
  if (typeof value === 'string') learnText(value, name);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) learn(inner, key);
}

const nobody = (prefix: string) => `${prefix}_01K${'N0B0DY'.padStart(23, '0')}`;
/** Mostly a record that is there. */
function idAt(prefix: string, n: number): string {
  const found = ids.get(prefix) ?? [];
  return found[n % (found.length + (n % 6 === 5 ? 1 : 0))] ?? nobody(prefix);
}

function resolved(value: unknown): unknown {
  const [, depth] = (typeof value === 'string' && deepPlace.exec(value)) || [];
  if (depth) return nested(Number(depth));
  if (typeof value === 'string')
    return value
      .replace(idPlaces, (_, prefix, n) => idAt(prefix, Number(n)))
      .replaceAll('<<cursor>>', () => cursor);
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(resolved);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, resolved(inner)]));
}

/** The request with real ids in the places that stand for them. */
export function known(symbolic: Call): Call {
  const one = resolved(symbolic) as Call;
  const { formKey } = one.params ?? {};
  return formKey !== undefined && others.formKey && formKey.length % 3 !== 0
    ? { ...one, params: { ...one.params, formKey: others.formKey } }
    : one;
}
