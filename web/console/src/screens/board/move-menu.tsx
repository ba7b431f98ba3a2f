import { Menu } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { BoardStage, DealCard } from '../../../../client/src/index.ts';

export type OpenMenu = { card: DealCard; at: HTMLElement };
type Props = {
  menu: OpenMenu | undefined;
  stages: BoardStage[];
  onMove: (card: DealCard, to: string) => void;
  onClose: () => void;
};

/** The keys follow the card; where a stage fills the screen, they go to the card that has taken its place, so that the stage stays in sight. */
function focusAfter({ id, stageId }: DealCard, index: string | undefined): void {
  const next = `[data-stage-column="${stageId}"] [data-index="${index}"]`;
  const moved = `[data-card="${id}"] a`;
  document.querySelector<HTMLElement>(matchMedia('(max-width: 48em)').matches ? next : moved)?.focus();
}

/** The way to move a deal without dragging it. One menu serves all cards: it opens where it is asked for. */
export function MoveMenu({ menu, stages, onMove, onClose }: Props) {
  const t = useTranslations('board');
  if (!menu) return null;
  const { card, at } = menu;
  const { left, bottom, width } = at.getBoundingClientRect();
  const moveTo = (stageId: string) => {
    const index = at.closest('[data-card]')?.querySelector<HTMLElement>('[data-index]')?.dataset.index;
    onClose();
    onMove(card, stageId);
    requestAnimationFrame(() => focusAfter(card, index));
  };
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-end"
      width={220}
      shadow="md"
      returnFocus
      clickOutsideEvents={['mousedown', 'touchstart']} // not by the key that opened it
    >
      <Menu.Target>
        <div style={{ position: 'fixed', left, top: bottom, width, height: 0 }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('moveTo')}</Menu.Label>
        {stages
          .filter(({ id, removed }) => id !== card.stageId && !removed)
          .map(({ id, name }) => (
            <Menu.Item key={id} onClick={() => moveTo(id)}>
              {name}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
