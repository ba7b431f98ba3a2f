import { useDroppable } from '@dnd-kit/core';
import { UnstyledButton } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { BoardStage } from '../../../../client/src/index.ts';
import classes from './board.module.css';
import { useBoardTools } from './board-context.ts';

/** A stage folded up: what is let go over it comes into it all the same. */
export function ClosedColumn({ stage, onOpen }: { stage: BoardStage; onOpen: () => void }) {
  const t = useTranslations('board');
  const { formats } = useBoardTools();
  const { setNodeRef, isOver } = useDroppable({ id: stage.id, disabled: Boolean(stage.removed) });
  return (
    <section
      ref={setNodeRef}
      className={classes.folded}
      aria-label={stage.name}
      data-stage-column={stage.id}
      data-kind={stage.kind}
      data-over={isOver || undefined}
    >
      <UnstyledButton className={classes.unfold} onClick={onOpen} aria-expanded={false} title={t('expand')}>
        <span className={classes.foldedName}>{stage.name}</span>
        <span className={classes.foldedFigures}>
          <span aria-hidden>{stage.count}</span>
          <span className="heard">{t('count', { count: stage.count })}</span> {formats.sums(stage.sumCents)}
        </span>
      </UnstyledButton>
    </section>
  );
}
