import { useSearch } from '@tanstack/react-router';
import { type CheckedKind, type CheckName, isCheck, isCheckedKind, type LineName } from './checks.ts';

/** The way to what was found: pairs that may be one have a screen of their own. */
export const wayTo = (kind: CheckedKind, check: LineName) =>
  check === 'duplicates'
    ? { to: '/duplicates' as const, search: { kind } }
    : { to: '/data-check' as const, search: { kind, check } };

type Asked = { kind: CheckedKind; check: CheckName };
/** What is looked at, as it stands in the address: everything, a check of a kind, or what there is not. */
export function useDataCheckSearch(): Asked | 'overview' | 'unknown' {
  const { kind, check }: Record<string, unknown> = useSearch({ strict: false });
  if (kind === undefined && check === undefined) return 'overview';
  return isCheckedKind(kind) && isCheck(check) ? { kind, check } : 'unknown';
}
