import { useTranslations } from 'use-intl';
import type { SalesReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { comparing, Figures, Part } from '../figures.tsx';
import type { Column } from '../report-table.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { ShareBar } from '../share-bar.tsx';
import { MonthTable, SplitPart } from '../tables.tsx';
import { useWords } from '../use-words.ts';
import { WonCount } from '../way-to.tsx';

type Figured = SalesReport['whole'];
type Row = NonNullable<SalesReport['rows']>[number];

function useColumns<T extends Figured>(): Column<T>[] {
  const t = useTranslations('reports.sales');
  const { number, share, cents } = useWords();
  return [
    { id: 'opened', label: t('opened'), cell: ({ opened }) => number(opened) },
    { id: 'lost', label: t('lost'), cell: ({ lost }) => number(lost) },
    {
      id: 'winRate',
      label: t('winRate'),
      cell: ({ winRate }) => <ShareBar part={winRate} text={share(winRate)} />,
    },
    { id: 'won', label: t('wonCents'), cell: ({ wonCents }) => cents(wonCents) },
    { id: 'average', label: t('average'), cell: ({ averageWonCents }) => cents(averageWonCents) },
    { id: 'days', label: t('days'), cell: ({ wonDays }) => number(wonDays?.median, 1) },
  ];
}

function Rows({ rows, search }: { rows: Row[]; search: ReportSearch }) {
  const t = useTranslations('reports');
  const columns = useColumns<Row>();
  const dimension = splitOf('sales', search.splitBy);
  const won: Column<Row> = {
    id: 'count',
    label: t('sales.won'),
    cell: (row) => <WonCount search={search} dimension={dimension} won={row.won} value={row.value} />,
  };
  return <SplitPart dimension={dimension} rows={rows} columns={[won, ...columns]} />;
}

/** What was won and lost: the figures, month by month, and by what it is split. */
export function Sales({ report, search }: { report: SalesReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, share, cents, month, inUsual, shortMoney } = useWords();
  const { whole, months, rows = [], before } = report;
  const figure = comparing(whole, before?.whole);
  const columns = useColumns<SalesReport['months'][number]>();
  const seesMoney = whole.wonCents !== undefined;
  return (
    <>
      <Figures
        figures={[
          figure('won', t('sales.won'), ({ won }) => number(won)),
          ...(seesMoney
            ? [figure('cents', t('sales.wonCents'), ({ wonCents }) => cents(wonCents, true))]
            : []),
          figure('rate', t('sales.winRate'), ({ winRate }) => share(winRate)),
          figure('days', t('sales.days'), ({ wonDays }) => number(wonDays?.median, 1)),
          figure('opened', t('sales.opened'), ({ opened }) => number(opened)),
        ]}
      />
      <Part title={t('byMonth')}>
        <Chart
          along="month"
          data={months.map((one) => ({
            month: month(one.month),
            won: seesMoney ? inUsual(one.wonCents) : one.won,
          }))}
          series={[{ name: 'won', label: seesMoney ? t('sales.wonCents') : t('sales.won'), color: 'ink.6' }]}
          {...(seesMoney && { format: shortMoney })}
        />
      </Part>
      <Rows rows={rows} search={search} />
      <Part title={t('months')}>
        <MonthTable
          rows={months}
          columns={[{ id: 'count', label: t('sales.won'), cell: ({ won }) => number(won) }, ...columns]}
        />
      </Part>
    </>
  );
}
