import { ActionIcon, Badge } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { BoardStage } from '../../../../client/src/index.ts';
import classes from './board.module.css';
import { useBoardTools } from './board-context.ts';

type Props = {
  stage: BoardStage;
  headingId: string;
  onCollapse: (() => void) | undefined;
  onAdd: (() => void) | undefined;
};

/** Sums by currency stand side by side; what a stage is worth by its chance stands beside what it is worth. */
function Figures({ stage }: { stage: BoardStage }) {
  const t = useTranslations('board');
  const { formats } = useBoardTools();
  const sum = formats.sums(stage.sumCents);
  const weighted = stage.kind === 'open' ? formats.sums(stage.weightedCents) : '';
  return (
    <p className={classes.figures}>
      {sum}
      {weighted && <span title={t('weightedWhy')}>{t('weighted', { sum: weighted })}</span>}
    </p>
  );
}

export function ColumnHeader({ stage, headingId, onCollapse, onAdd }: Props) {
  const t = useTranslations('board');
  return (
    <header className={classes.head}>
      <div className={classes.headline}>
        <h2 id={headingId} className={classes.stage}>
          {stage.name}
        </h2>
        <Badge variant="default" size="sm" className={classes.count}>
          <span aria-hidden>{stage.count}</span>
          <span className="heard">{t('count', { count: stage.count })}</span>
        </Badge>
        <span style={{ flex: 1 }} />
        {onAdd && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('addTo', { stage: stage.name })}
            onClick={onAdd}
          >
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        )}
        {onCollapse && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('collapse', { stage: stage.name })}
            onClick={onCollapse}
          >
            <IconLayoutSidebarLeftCollapse size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <Figures stage={stage} />
    </header>
  );
}
