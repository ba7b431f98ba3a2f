import { useTranslations } from 'use-intl';
import type { PerformanceReport } from '../../../../../client/src/index.ts';
import { useMay } from '../../../app/me.ts';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Chart } from '../chart.tsx';
import { comparing, Figures } from '../figures.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { ShareBar } from '../share-bar.tsx';
import { sharesIn } from '../shares.ts';
import { SplitPart } from '../tables.tsx';
import { useCalled } from '../use-called.ts';
import { useWords } from '../use-words.ts';
import { WonCount } from '../way-to.tsx';

type Row = PerformanceReport['rows'][number];
/** How much of the target, for a bar: of the money where that is of one currency, else of the number. */
function reachedOf({ reached }: Pick<Row, 'reached'>): number | undefined {
  const [first, ...others] = Object.values(reached?.wonCents ?? {});
  return others.length > 0 ? undefined : (first ?? reached?.wonCount);
}

/** What users or teams have won, against what they were to reach. */
export function Performance({ report, search }: { report: PerformanceReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const may = useMay();
  const called = useCalled();
  const { number, share, cents, inUsual, shortMoney } = useWords();
  const dimension = splitOf('performance', search.splitBy) ?? 'owner';
  const { rows, before, ...own } = report;
  const aimed = ({ target }: Pick<Row, 'target'>) =>
    target?.wonCents ? cents(target.wonCents) : number(target?.wonCount);
  const reachedIn = (row: Pick<Row, 'reached'>) =>
    reachedOf(row) === undefined ? sharesIn(row.reached?.wonCents, share) : share(reachedOf(row));
  type Whole = Pick<Row, 'won' | 'wonCents' | 'target' | 'reached'>;
  const figure = comparing<Whole>(own, before);
  return (
    <>
      <Figures
        figures={[
          figure('won', t('performance.won'), ({ won }) => number(won)),
          figure('cents', t('performance.wonCents'), ({ wonCents }) => cents(wonCents, true)),
          figure('target', t('performance.target'), aimed),
          figure('reached', t('performance.reached'), reachedIn),
        ]}
      />
      <SplitPart
        dimension={dimension}
        rows={rows}
        columns={[
          {
            id: 'won',
            label: t('performance.won'),
            cell: (row) => <WonCount search={search} dimension={dimension} {...row} />,
          },
          { id: 'cents', label: t('performance.wonCents'), cell: ({ wonCents }) => cents(wonCents) },
          { id: 'target', label: t('performance.target'), cell: aimed },
          {
            id: 'reached',
            label: t('performance.reached'),
            cell: (row) => <ShareBar part={reachedOf(row)} text={reachedIn(row)} />,
          },
          { id: 'rate', label: t('performance.winRate'), cell: ({ winRate }) => share(winRate) },
        ]}
      >
        <Chart
          along="name"
          format={shortMoney}
          data={rows.slice(0, 20).map(({ value, wonCents, target }) => ({
            name: called(dimension, value),
            won: inUsual(wonCents),
            target: inUsual(target?.wonCents),
          }))}
          series={[
            { name: 'won', label: t('performance.wonCents'), color: 'ink.6' },
            { name: 'target', label: t('performance.target'), color: 'ink.2' },
          ]}
        />
      </SplitPart>
      {may('reports:write') && (
        <div>
          <LinkButton to="/settings/$part" params={{ part: 'targets' }} variant="default">
            {t('performance.setTargets')}
          </LinkButton>
        </div>
      )}
    </>
  );
}
