import { clip } from '../core/text.ts';

/**
 * What the words of a rule may name: what no role can hide, since whoever sees a task reads its title. What is filled in are
 * names that people typed; none is ever run. The console offers these very ones.
 */
export const blanks = [
  'contact.firstName',
  'contact.lastName',
  'company.name',
  'deal.name',
  'form.name',
  'owner.name',
  'workspace.name',
  'idle.call',
  'idle.reason',
] as const;
export type Blank = (typeof blanks)[number];
export type BlankValues = Partial<Record<Blank, string | undefined>>;

const form = /\{\{\s*([^}|]*?)\s*(?:\|([^}]*))?\}\}/g;
const names = new Set<string>(blanks);

/** The names of blanks that there are none of. */
export const unknownBlanks = (text: string): string[] =>
  [...text.matchAll(form)].map(([, name = '']) => name).filter((name) => !names.has(name));
/** The blanks that a text has. */
export const blanksIn = (text: string): string[] => [...text.matchAll(form)].map(([, name = '']) => name);

/** The words with their blanks filled: `{{contact.firstName|them}}` says what stands where nothing is known. At most `length` long. */
export const filled = (text: string, values: BlankValues, length: number): string =>
  clip(
    text
      .replace(form, (_, name: string, fallback = '') => values[name as Blank] || String(fallback).trim())
      .trim(),
    length,
  );

/** What is nobody's record: it may be filled in for whoever reads it. */
const open: ReadonlySet<string> = new Set<Blank>(['form.name', 'owner.name', 'workspace.name', 'idle.call']);
/** The words with the blanks filled that any reader may see; the others stay, to be filled for each. */
export const filledForAll = (text: string, values: BlankValues, length: number): string =>
  clip(
    text.replace(form, (blank, name: string) => (open.has(name) && values[name as Blank]) || blank),
    length,
  );
