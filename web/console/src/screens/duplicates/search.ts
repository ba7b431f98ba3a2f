import { useNavigate, useSearch } from '@tanstack/react-router';
import { isMatchKind, type MatchKind } from './likeness.ts';

/** Most records that can be one in the end. */
export const mostCompared = 11;
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** The way to records side by side. */
export const compareLink = (kind: MatchKind, ids: readonly string[]) => ({
  to: '/duplicates/compare' as const,
  search: { kind, ids: ids.slice(0, mostCompared).join('.') },
});

/** What is looked at, as it stands in the address. */
export function useDuplicatesSearch() {
  const raw: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const kind: MatchKind = isMatchKind(raw.kind) ? raw.kind : 'contact';
  const ids = [...new Set(textOf(raw.ids).split('.').filter(Boolean))].slice(0, mostCompared);
  const go = (to: MatchKind) => void navigate({ to: '/duplicates', search: { kind: to } });
  return { kind, ids, go };
}
