import { useTranslations } from 'use-intl';
import type { CustomerReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { comparing, Figures, Part } from '../figures.tsx';
import type { Column } from '../report-table.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { MonthTable, SplitPart } from '../tables.tsx';
import { useWords } from '../use-words.ts';

type Figured = CustomerReport['whole'];
function useColumns<T extends Figured>(): Column<T>[] {
  const t = useTranslations('reports.customers');
  const { number } = useWords();
  return [
    { id: 'customers', label: t('customers'), cell: ({ customers }) => number(customers) },
    { id: 'new', label: t('new'), cell: (row) => number(row.new) },
    { id: 'returning', label: t('returning'), cell: ({ returning }) => number(returning) },
    { id: 'orders', label: t('orders'), cell: ({ orders }) => number(orders) },
  ];
}

/** Who bought: new customers and those who came back. */
export function Customers({ report, search }: { report: CustomerReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, share, month } = useWords();
  const { whole, months, rows = [], retention, before } = report;
  const figure = comparing(whole, before?.whole);
  const dimension = splitOf('customers', search.splitBy);
  const ofMonths = useColumns<(typeof months)[number]>();
  const ofRows = useColumns<(typeof rows)[number]>();
  return (
    <>
      <Figures
        figures={[
          figure('customers', t('customers.customers'), ({ customers }) => number(customers)),
          figure('new', t('customers.new'), (of) => number(of.new)),
          figure('returning', t('customers.returning'), ({ returning }) => number(returning)),
          { id: 'retention', label: t('customers.retention'), value: share(retention) },
        ]}
      />
      <Part title={t('byMonth')}>
        <Chart
          along="month"
          kind="stacked"
          data={months.map((one) => ({ month: month(one.month), new: one.new, returning: one.returning }))}
          series={[
            { name: 'returning', label: t('customers.returning'), color: 'ink.6' },
            { name: 'new', label: t('customers.new'), color: 'teal.5' },
          ]}
        />
        <MonthTable rows={months} columns={ofMonths} />
      </Part>
      <SplitPart dimension={dimension} rows={rows} columns={ofRows} />
    </>
  );
}
