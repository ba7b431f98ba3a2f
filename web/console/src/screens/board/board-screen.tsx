import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Board as BoardData, Pipeline } from '../../../../client/src/index.ts';
import { pipelinesQuery } from '../../api/workspace.ts';
import { useMay } from '../../app/me.ts';
import { useFields } from '../../fields/use-fields.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ConditionBar } from '../lists/filter/condition-bar.tsx';
import classes from './board.module.css';
import { Board } from './board.tsx';
import { BoardFilters } from './board-filters.tsx';
import { type BoardSearch, boardSearchOf, useBoard } from './board-query.ts';
import { BoardTotals } from './board-totals.tsx';

/** The pipeline as it stands in the settings; of whom those are hidden, what the board says of it. */
const asPipeline = ({ pipelineId, name, stages }: BoardData): Pipeline => ({
  id: pipelineId,
  name,
  stages: stages.map(({ id, name: called, kind, probability }) => ({
    id,
    name: called,
    kind,
    probability,
    requiredFields: [],
  })),
  lossReasons: [],
  winReasons: [],
  version: 0,
  createdAt: '',
  updatedAt: '',
});

function Waiting() {
  const t = useTranslations('common');
  return (
    <div className={classes.lane} role="status" aria-label={t('loading')}>
      {['abc', 'abcde', 'ab', 'abcd'].map((cards) => (
        <div key={cards} className={classes.column}>
          <Skeleton h={40} mb={8} />
          {[...cards].map((card) => (
            <Skeleton key={card} h={88} mb={8} radius={8} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Which deals the board is of, beside whose: it stands in the address, too. */
function BoardCondition({ search, error }: { search: BoardSearch; error: unknown }) {
  const navigate = useNavigate();
  const fields = useFields('deal');
  return (
    <ConditionBar
      fields={fields}
      condition={search.filter}
      onChange={(filter) => void navigate({ to: '/board', search: { ...search, filter }, replace: true })}
      error={error}
      quick={['tags']}
    />
  );
}

export function BoardScreen() {
  const t = useTranslations('board');
  const may = useMay();
  const search = boardSearchOf(useSearch({ strict: false }));
  const { data: pipelines = [] } = useQuery({ ...pipelinesQuery, enabled: may('pipelines:read') });
  const { board, name, error, refetch, isOpenAlone } = useBoard(search);
  const shown = board
    ? (pipelines.find(({ id }) => id === board.pipelineId) ?? asPipeline(board))
    : undefined;
  return (
    <Screen
      title={name ?? t('title')}
      actions={<BoardFilters search={search} pipelines={pipelines} pipelineId={board?.pipelineId} />}
      below={
        <div className={classes.below}>
          {board && <BoardTotals board={board} isOpenAlone={isOpenAlone} />}
          <BoardCondition search={search} error={error} />
        </div>
      }
      flush
    >
      {board && shown ? (
        <Board key={`${board.pipelineId} ${search.owner}`} board={board} pipeline={shown} search={search} />
      ) : error ? (
        <div className={classes.failed}>
          <ProblemBox error={error} again={() => void refetch()} />
        </div>
      ) : (
        <Waiting />
      )}
    </Screen>
  );
}
