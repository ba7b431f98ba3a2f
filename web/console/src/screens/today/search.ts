import { useNavigate, useSearch } from '@tanstack/react-router';

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
type Changes = { tab?: 'team' | undefined; person?: string | undefined; pipeline?: string | undefined };

/** Which tab, and whose, as the address says it. */
export function useTodaySearch() {
  const search = useSearch({ from: '/inside/today' });
  const navigate = useNavigate();
  const change = (changes: Changes) =>
    void navigate({ to: '/today', search: (before: Record<string, unknown>) => ({ ...before, ...changes }) });
  return {
    tab: search.tab === 'team' ? ('team' as const) : ('mine' as const),
    person: textOf(search.person),
    pipeline: textOf(search.pipeline),
    change,
  };
}
