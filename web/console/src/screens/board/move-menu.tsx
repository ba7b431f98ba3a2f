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

/** The way to move a deal without dragging it. One menu serves all cards: it opens where it is asked for. */
export function MoveMenu({ menu, stages, onMove, onClose }: Props) {
  const t = useTranslations('board');
  if (!menu) return null;
  const { card, at } = menu;
  const { left, bottom, width } = at.getBoundingClientRect();
  const moveTo = (stageId: string) => {
    onClose();
    onMove(card, stageId);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-card="${card.id}"] a`)?.focus());
  };
  return (
    <Menu opened onClose={onClose} position="bottom-end" width={220} shadow="md" returnFocus>
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
