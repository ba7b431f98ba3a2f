import { useTranslations } from 'use-intl';
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

/** What the keyboard does in a list, named behind `?`; the rows answer it. */
export function useRowKeyNames(): void {
  const t = useTranslations('lists.keys');
  useListedKeys(rowKeys.map(([keys, name]) => ({ keys, label: t(name) })));
}
