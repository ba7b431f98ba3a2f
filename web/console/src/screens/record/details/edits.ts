import { useSyncExternalStore } from 'react';
import type { Kind } from '../../../api/kinds.ts';

/** A field as somebody is editing it: what it was when they began, what they have written, and how far it has come. */
export type Edit = {
  base: unknown;
  value: unknown;
  status: 'open' | 'saving' | 'failed' | 'conflict';
  /** Whether they are at it just now, not on a page that they have left. */
  isHere: boolean;
  error?: unknown;
  /** On a conflict: what somebody else has written meanwhile. */
  theirs?: unknown;
};
export type Edits = Readonly<Record<string, Edit>>;

const none: Edits = {};
const open = new Map<string, Edits>();
const listeners = new Set<() => void>();
const placeOf = (kind: Kind, id: string) => `rapport.edits.${kind}.${id}`;

/** What was written and never saved, from before the page was loaded anew. */
function kept(place: string): Edits {
  const text = sessionStorage.getItem(place);
  if (!text) return none;
  const drafts = JSON.parse(text) as Record<string, { base: unknown; value: unknown }>;
  return Object.fromEntries(
    Object.entries(drafts).map(([name, draft]) => [name, { ...draft, status: 'open', isHere: false }]),
  );
}

export function editsOf(kind: Kind, id: string): Edits {
  const place = placeOf(kind, id);
  const edits = open.get(place) ?? kept(place);
  open.set(place, edits);
  return edits;
}

function write(kind: Kind, id: string, edits: Edits): void {
  const place = placeOf(kind, id);
  open.set(place, edits);
  const drafts = Object.entries(edits)
    .filter(([, { base, value }]) => base !== value)
    .map(([name, { base, value }]) => [name, { base, value }] as const);
  if (drafts.length > 0) sessionStorage.setItem(place, JSON.stringify(Object.fromEntries(drafts)));
  else sessionStorage.removeItem(place);
  for (const tell of listeners) tell();
}

/** Begins an edit, or goes on with one. */
export function changeEdit(kind: Kind, id: string, name: string, change: Partial<Edit>): void {
  const edits = editsOf(kind, id);
  const before = edits[name] ?? { base: undefined, value: undefined, status: 'open', isHere: true };
  write(kind, id, { ...edits, [name]: { ...before, ...change } });
}

/** Ends an edit: it is saved, or put back. */
export function endEdit(kind: Kind, id: string, name: string): void {
  const { [name]: _, ...others } = editsOf(kind, id);
  write(kind, id, others);
}

function listen(tell: () => void) {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}
export const useEdits = (kind: Kind, id: string): Edits =>
  useSyncExternalStore(listen, () => editsOf(kind, id));
