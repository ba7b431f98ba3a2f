import { type KeyboardEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Board } from '../../../../client/src/index.ts';
import { useListedKeys } from '../../parts/shortcuts.ts';

type Column = { count: number; focus: (index: number) => void };
export type Walk = {
  register: (stageId: string, column: Column) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};
type Place = { stageId: string; index: number };

const isBesideCards = ({ target }: KeyboardEvent<HTMLElement>) =>
  !(target instanceof HTMLElement) || target.dataset.index === undefined;

/** Where a key leads from a card; undefined where there is nothing that way. */
function placeAfter(key: string, { stageId, index }: Place, columns: [string, Column][]): Place | undefined {
  const at = columns.findIndex(([id]) => id === stageId);
  const down = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (down) {
    const next = index + down;
    return next >= 0 && next < (columns[at]?.[1].count ?? 0) ? { stageId, index: next } : undefined;
  }
  const side = { ArrowRight: columns.slice(at + 1), ArrowLeft: columns.slice(0, Math.max(0, at)).reverse() }[
    key
  ];
  const found = side?.find(([, { count }]) => count > 0);
  return found && { stageId: found[0], index: Math.min(index, found[1].count - 1) };
}

/** What of a card a key opens. */
const opensBy: Record<string, string> = { m: '[aria-haspopup="menu"]', w: '[data-why]' };

/** The arrows walk from card to card; `m` opens the menu of the one that has the keys, `w` what its score is made of. */
export function useWalk({ stages }: Board, isBusy: boolean): Walk {
  const t = useTranslations('board.keys');
  const known = useRef(new Map<string, Column>());
  useListedKeys([
    { keys: '← + → + ↑ + ↓', label: t('walk') },
    { keys: 'Space', label: t('pickUp') },
    { keys: 'Enter', label: t('open') },
    { keys: 'M', label: t('moveTo') },
    { keys: 'W', label: t('why') },
  ]);
  const register = (stageId: string, column: Column) => void known.current.set(stageId, column);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isBusy || isBesideCards(event) || event.metaKey || event.ctrlKey || event.altKey) return;
    const { dataset, parentElement } = event.target as HTMLElement;
    const opened = opensBy[event.key.toLowerCase()];
    if (opened) {
      event.preventDefault();
      parentElement?.querySelector<HTMLElement>(opened)?.click();
      return;
    }
    const columns = stages.flatMap(({ id }): [string, Column][] => {
      const column = known.current.get(id);
      return column ? [[id, column]] : [];
    });
    const place = placeAfter(
      event.key,
      { stageId: dataset.stage ?? '', index: Number(dataset.index) },
      columns,
    );
    if (!place) return;
    event.preventDefault();
    known.current.get(place.stageId)?.focus(place.index);
  };
  return { register, onKeyDown };
}
