import { useDroppable } from '@dnd-kit/core';
import { Loader } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { BoardStage, DealCard } from '../../../../client/src/index.ts';
import classes from './board.module.css';
import { Card } from './card.tsx';
import { ColumnHeader } from './column-header.tsx';
import { useCardList } from './use-card-list.ts';
import type { StageCards } from './use-stage-cards.ts';

type Props = {
  stage: BoardStage;
  list: StageCards;
  heldId: string | undefined;
  /** Makes the column known to who walks from card to card by keys. */
  register: (stageId: string, column: { count: number; focus: (index: number) => void }) => void;
  onCollapse: (() => void) | undefined;
  onAdd: (() => void) | undefined;
};

function Tail({ isLoading, isEmpty }: { isLoading: boolean; isEmpty: boolean }) {
  const t = useTranslations('board');
  if (isLoading) {
    return (
      <div className={classes.tail} role="status" aria-label={t('loadingMore')}>
        <Loader size="sm" />
      </div>
    );
  }
  return isEmpty ? <p className={classes.none}>{t('empty')}</p> : null;
}

/** A stage with its deals; of hundreds only those in sight are in the page. */
export function Column({ stage, list, heldId, register, onCollapse, onAdd }: Props) {
  const t = useTranslations('board');
  const { setNodeRef, isOver } = useDroppable({ id: stage.id, disabled: Boolean(stage.removed) });
  const { cards, isLoading } = list;
  const { scroller, rows, height, current, setCurrent, focus } = useCardList(list, heldId);
  register(stage.id, { count: cards.length, focus });
  const heading = `stage-${stage.id}`;
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      aria-labelledby={heading}
      data-stage-column={stage.id}
      data-over={isOver || undefined}
    >
      <ColumnHeader stage={stage} headingId={heading} onCollapse={onCollapse} onAdd={onAdd} />
      <div ref={scroller} className={classes.scroller}>
        <ul className={classes.cards} style={{ height }} aria-label={t('dealsIn', { stage: stage.name })}>
          {rows.map(({ key, index, start }) => {
            const card = cards[index] as DealCard;
            return (
              <li
                key={key}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={stage.count}
                aria-posinset={index + 1}
              >
                <Card card={card} index={index} isCurrent={index === current} onCurrent={setCurrent} />
              </li>
            );
          })}
        </ul>
        <Tail isLoading={isLoading} isEmpty={cards.length === 0} />
      </div>
    </section>
  );
}
