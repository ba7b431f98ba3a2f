import { useTranslations } from 'use-intl';
import type { ListedKind } from '../../api/kinds.ts';
import { useListedKeys } from '../../parts/shortcuts.ts';

const rowKeys = [
  ['J', 'next'],
  ['K', 'previous'],
  ['Enter', 'open'],
  ['X', 'select'],
  ['Shift + X', 'extend'],
  ['mod + A', 'all'],
  ['Esc', 'clear'],
] as const;
const whyKey = ['W', 'why'] as const;

/** What the keyboard does in a list, named behind `?`; the rows answer it. */
export function useRowKeyNames(kind: ListedKind): void {
  const t = useTranslations('lists.keys');
  const all = kind === 'contact' ? [...rowKeys, whyKey] : rowKeys;
  useListedKeys(all.map(([keys, name]) => ({ keys, label: t(name) })));
}
