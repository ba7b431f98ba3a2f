import { useHotkeys } from '@mantine/hooks';

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

/** The day by the keyboard alone; `todayShortcuts` lists the keys. */
export const useLineKeys = () =>
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['Enter', () => void open(), { preventDefault: false }],
    ['d', () => press('done')],
    ['s', () => press('snooze')],
    ['c', () => press('call')],
    ['t', () => document.getElementById('quick-add')?.focus()],
  ]);
