import { Anchor, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { BoardStage } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { keys } from '../../../api/records.ts';
import { useFormats } from '../../../parts/format.ts';
import { ProblemBox } from '../../../parts/problem.tsx';
import { LinesWaiting } from '../section.tsx';
import classes from './team.module.css';

type Sums = Record<string, number>;
const total = (sums: Sums | undefined) => Object.values(sums ?? {}).reduce((all, cents) => all + cents, 0);
function addUp(all: (Sums | undefined)[]): Sums {
  const result: Sums = {};
  for (const [currency, cents] of all.flatMap((sums) => Object.entries(sums ?? {})))
    result[currency] = (result[currency] ?? 0) + cents;
  return result;
}

type RowProps = { name: string; kind?: BoardStage['kind']; share?: number; hasSums: boolean } & Pick<
  BoardStage,
  'count' | 'sumCents' | 'weightedCents'
>;
function Row({ name, kind, share, count, sumCents, weightedCents, hasSums }: RowProps) {
  const { sums } = useFormats();
  const format = useFormatter();
  return (
    <tr data-kind={kind}>
      <th scope="row">
        {name}
        {share !== undefined && (
          <span className={classes.bar} aria-hidden>
            <span style={{ width: `${Math.max(share * 100, count > 0 ? 1.5 : 0)}%` }} />
          </span>
        )}
      </th>
      <td>{format.number(count)}</td>
      {hasSums && <td>{sums(sumCents) || '–'}</td>}
      {hasSums && <td>{sums(weightedCents) || '–'}</td>}
    </tr>
  );
}

/** How wide a stage's bar is: by its sum, where sums are shown, else by how many stand there. */
function sharesOf(stages: BoardStage[]) {
  const sizes = stages.map(({ sumCents, count }) => (sumCents ? total(sumCents) : count));
  const most = Math.max(...sizes, 1);
  return sizes.map((size) => size / most);
}

function Figures({ stages }: { stages: BoardStage[] }) {
  const t = useTranslations('today.teamTab');
  const hasSums = stages.some(({ sumCents }) => sumCents !== undefined);
  const shares = sharesOf(stages);
  const open = stages.filter(({ kind }) => kind === 'open');
  return (
    <table className={classes.figures}>
      <thead>
        <tr>
          <th scope="col">{t('stage')}</th>
          <th scope="col">{t('deals')}</th>
          {hasSums && <th scope="col">{t('sum')}</th>}
          {hasSums && <th scope="col">{t('weighted')}</th>}
        </tr>
      </thead>
      <tbody>
        {stages.map((stage, n) => (
          <Row key={stage.id} {...stage} share={shares[n] ?? 0} hasSums={hasSums} />
        ))}
      </tbody>
      <tfoot>
        <Row
          name={t('open')}
          count={open.reduce((all, { count }) => all + count, 0)}
          sumCents={addUp(open.map(({ sumCents }) => sumCents))}
          weightedCents={addUp(open.map(({ weightedCents }) => weightedCents))}
          hasSums={hasSums}
        />
      </tfoot>
    </table>
  );
}

type Props = { ownerId: string | undefined; pipelineId: string | undefined };
/** A pipeline's stages with how many deals stand there and what they are worth. */
export function PipelineFigures({ ownerId, pipelineId }: Props) {
  const t = useTranslations('today.teamTab');
  const today = useTranslations('today');
  const query = { ...(ownerId && { ownerId }), ...(pipelineId && { pipelineId }) };
  const board = useQuery({
    queryKey: [...keys.board, 'figures', query],
    queryFn: () => api().getBoard({ query }),
  });
  const { data } = board;
  return (
    <section className={classes.section}>
      <header className={classes.head}>
        <Title order={2}>{data ? t('pipelineOf', { name: data.name }) : t('pipeline')}</Title>
        <Anchor component={Link} to="/board">
          {today('toBoard')}
        </Anchor>
      </header>
      {board.isPending && <LinesWaiting />}
      {!data && board.error && <ProblemBox error={board.error} again={() => void board.refetch()} />}
      {data?.stages.every(({ count }) => count === 0) && <Text className={classes.none}>{t('noDeals')}</Text>}
      {data && <Figures stages={data.stages} />}
    </section>
  );
}
