import { useTranslations } from 'use-intl';
import type { ForecastReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { Figures, Part } from '../figures.tsx';
import { type Column, ReportTable } from '../report-table.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { SplitPart } from '../tables.tsx';
import { useWords } from '../use-words.ts';
import { DealCount, DealsLink } from '../way-to.tsx';

type Sums = Pick<ForecastReport, 'count' | 'cents' | 'weightedCents' | 'expectedCents'>;

function useColumns<T extends Sums>(): Column<T>[] {
  const t = useTranslations('reports.forecast');
  const { cents } = useWords();
  return [
    { id: 'cents', label: t('cents'), cell: (row) => cents(row.cents) },
    { id: 'weighted', label: t('weighted'), cell: ({ weightedCents }) => cents(weightedCents) },
    { id: 'expected', label: t('expected'), cell: ({ expectedCents }) => cents(expectedCents) },
  ];
}

/** What open deals may come to: in all, by the month in which they are expected, by stage, and by what it is split. */
export function Forecast({ report, search }: { report: ForecastReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, share, cents, month, inUsual, shortMoney } = useWords();
  const dimension = splitOf('forecast', search.splitBy);
  const { months = [], stages, rows = [] } = report;
  const called = (name: string | null) => (name === null ? t('forecast.noMonth') : month(name));
  const [ofMonths, ofStages, ofRows] = [
    useColumns<(typeof months)[number]>(),
    useColumns<(typeof stages)[number]>(),
    useColumns<(typeof rows)[number]>(),
  ];
  return (
    <>
      <Figures
        figures={[
          { id: 'count', label: t('forecast.count'), value: number(report.count) },
          { id: 'cents', label: t('forecast.cents'), value: cents(report.cents, true) },
          { id: 'weighted', label: t('forecast.weighted'), value: cents(report.weightedCents, true) },
          {
            id: 'expected',
            label: t('forecast.expected'),
            value: cents(report.expectedCents, true),
            about: t('forecast.expectedWhy'),
          },
        ]}
      />
      {report.months && (
        <Part title={t('forecast.byMonth')}>
          <Chart
            along="month"
            format={shortMoney}
            data={months.map((one) => ({
              month: called(one.month),
              cents: inUsual(one.cents),
              expected: inUsual(one.expectedCents),
            }))}
            series={[
              { name: 'cents', label: t('forecast.cents'), color: 'ink.3' },
              { name: 'expected', label: t('forecast.expected'), color: 'ink.7' },
            ]}
          />
          <ReportTable
            caption={t('forecast.byMonth')}
            keyOf={(one) => one.month ?? ''}
            rows={months}
            columns={[
              { id: 'month', label: t('month'), cell: (one) => called(one.month) },
              { id: 'count', label: t('forecast.count'), cell: ({ count }) => number(count) },
              ...ofMonths,
            ]}
          />
        </Part>
      )}
      <Part title={t('forecast.byStage')}>
        <ReportTable
          caption={t('forecast.byStage')}
          keyOf={({ stageId }) => stageId}
          rows={stages}
          columns={[
            { id: 'stage', label: t('funnel.stage'), cell: ({ name }) => name },
            {
              id: 'count',
              label: t('forecast.count'),
              cell: ({ stageId, count }) => (
                <DealsLink search={search} condition={{ stageId }}>
                  {number(count)}
                </DealsLink>
              ),
            },
            { id: 'given', label: t('forecast.probability'), cell: ({ probability }) => share(probability) },
            {
              id: 'historic',
              label: t('forecast.historic'),
              cell: ({ historicWinRate }) => share(historicWinRate),
            },
            ...ofStages,
          ]}
        />
      </Part>
      <SplitPart
        dimension={dimension}
        rows={rows}
        columns={[
          {
            id: 'count',
            label: t('forecast.count'),
            cell: ({ value, count }) => (
              <DealCount
                search={search}
                dimension={dimension}
                of={{ value, count }}
                condition={{ status: 'open' }}
              />
            ),
          },
          ...ofRows,
        ]}
      />
    </>
  );
}
