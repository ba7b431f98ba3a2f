import { useHotkeys } from '@mantine/hooks';
import { useTranslations } from 'use-intl';
import { useShortcuts } from '../../parts/shortcuts.ts';

const lines = () => [...document.querySelectorAll<HTMLElement>('[data-line]')];
const current = () => document.activeElement?.closest<HTMLElement>('[data-line]') ?? undefined;

function step(by: 1 | -1) {
  const all = lines();
  const at = current();
  const next = at ? all[all.indexOf(at) + by] : all[by === 1 ? 0 : all.length - 1];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
const press = (act: 'open' | 'done' | 'snooze' | 'call') =>
  current()?.querySelector<HTMLElement>(`[data-act="${act}"]`)?.click();
/** Enter on a button of the line is the button's own affair. */
const open = () => document.activeElement?.matches('[data-line]') && press('open');

/** The day by the keyboard alone. */
export function useLineKeys(): void {
  const t = useTranslations('today.shortcuts');
  useShortcuts([
    { keys: 'j', label: t('next'), run: () => step(1) },
    { keys: 'k', label: t('previous'), run: () => step(-1) },
    { keys: 'd', label: t('done'), run: () => press('done') },
    { keys: 's', label: t('snooze'), run: () => press('snooze') },
    { keys: 'c', label: t('call'), run: () => press('call') },
    { keys: 't', label: t('add'), run: () => document.getElementById('quick-add')?.focus() },
  ]);
  useHotkeys([['Enter', () => void open(), { preventDefault: false }]]);
}
