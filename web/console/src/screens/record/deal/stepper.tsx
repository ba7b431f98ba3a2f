import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Deal, DealPage, Pipeline } from '../../../../../client/src/index.ts';
import { pipelinesQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';
import { MoveDialog } from '../../board/move-dialog.tsx';
import classes from './stepper.module.css';
import { useMove } from './use-move.ts';

type Stage = Pipeline['stages'][number];
const dayMs = 86_400_000;

/** Whole days that a deal has stood in a stage altogether; undefined where it never was in it. */
function daysIn(stageId: string, { timeInStages, pipelineId }: Partial<DealPage>): number | undefined {
  const time = timeInStages?.find((one) => one.stageId === stageId && one.pipelineId === pipelineId);
  return time && Math.floor(time.ms / dayMs);
}

function stateOf(stage: Stage, at: number, current: number): string {
  if (at === current) return stage.kind === 'open' ? 'current' : stage.kind;
  return at < current ? 'passed' : 'ahead';
}

type StepProps = {
  stage: Stage;
  state: string;
  days: number | undefined;
  isOnItsWay: boolean;
  isDisabled: boolean;
  onMove: () => void;
};
function Step({ stage, state, days, isOnItsWay, isDisabled, onMove }: StepProps) {
  const t = useTranslations('record.deal');
  const isCurrent = ['current', 'won', 'lost'].includes(state);
  return (
    <li className={classes.stage}>
      <button
        type="button"
        className={classes.step}
        data-state={isOnItsWay ? 'current' : state}
        aria-current={isCurrent ? 'step' : undefined}
        aria-busy={isOnItsWay}
        disabled={isDisabled}
        onClick={onMove}
      >
        <span>{stage.name}</span>
        <span className={classes.days}>{days === undefined ? ' ' : t('days', { count: days })}</span>
      </button>
    </li>
  );
}

/** The stages of a deal's pipeline, how long it stood in each, and a click away the next. */
export function Stepper({ deal, isReadOnly }: { deal: Deal & Partial<DealPage>; isReadOnly: boolean }) {
  const t = useTranslations('record.deal');
  const may = useMay();
  const { data: pipelines, isPending } = useQuery(pipelinesQuery);
  const pipeline = pipelines?.find(({ id }) => id === deal.pipelineId);
  const { move, to, asked, isBusy } = useMove(deal, pipeline);
  if (isPending) return <Skeleton h={46} mt={8} />;
  if (!pipeline) return null;
  const current = pipeline.stages.findIndex(({ id }) => id === deal.stageId);
  const isFixed = isReadOnly || !may('deals:edit') || to !== undefined;
  return (
    <nav aria-label={t('stages')}>
      <ol className={classes.stages}>
        {pipeline.stages.map((stage, at) => (
          <Step
            key={stage.id}
            stage={stage}
            state={stateOf(stage, at, current)}
            days={daysIn(stage.id, deal)}
            isOnItsWay={to === stage.id}
            isDisabled={isFixed || at === current}
            onMove={() => move(stage)}
          />
        ))}
      </ol>
      {asked && <MoveDialog asked={asked} isBusy={isBusy} />}
    </nav>
  );
}
