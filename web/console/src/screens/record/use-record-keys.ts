import { useTranslations } from 'use-intl';
import type { AnyRecord, ListedKind } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { type Shortcut, useShortcuts } from '../../parts/shortcuts.ts';
import type { Place } from './record-page.tsx';
import { useWalk } from './walk.ts';

const press = (selector: string) =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.click());

/** Opens a part of the page, on a phone too, and in it what one would click on. */
export const openLog = (log: 'note' | 'call' | 'meeting' | 'mail', setPart: (part: Place) => void) => {
  setPart('timeline');
  press(`[data-log="${log}"]:not([aria-selected="true"])`);
};
export const openNewTask = (setPart: (part: Place) => void) => {
  setPart('related');
  press('[data-new-task]');
};

type Page = { isFixed: boolean; mayMail: boolean; setPart: (part: Place) => void };
/** Keys of the page, which stand behind `?` as well: only those that do something here. */
export function useRecordKeys(
  kind: ListedKind,
  record: AnyRecord,
  { isFixed, mayMail, setPart }: Page,
): void {
  const t = useTranslations('record.shortcuts');
  const may = useMay();
  const walk = useWalk(kind, record.id);
  const key = (
    keys: string,
    name: 'edit' | 'note' | 'call' | 'mail' | 'task' | 'next' | 'previous',
    run: () => void,
  ) => ({
    keys,
    label: t(name),
    run: (event: KeyboardEvent) => {
      event.preventDefault();
      run();
    },
  });
  const mayLog = !isFixed && kind !== 'product' && may('activities:create');
  const mayAdd = !isFixed && ['contact', 'company', 'deal'].includes(kind) && may('tasks:create');
  const shortcuts: (Shortcut | false | undefined)[] = [
    !isFixed && key('e', 'edit', () => press('[data-edit]')),
    mayLog && key('n', 'note', () => openLog('note', setPart)),
    mayLog && key('c', 'call', () => openLog('call', setPart)),
    mayMail && key('m', 'mail', () => openLog('mail', setPart)),
    mayAdd && key('t', 'task', () => openNewTask(setPart)),
    walk?.next && key('j', 'next', walk.next),
    walk?.previous && key('k', 'previous', walk.previous),
  ];
  useShortcuts(shortcuts.filter((one): one is Shortcut => Boolean(one)));
}
