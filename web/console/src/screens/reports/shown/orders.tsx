import { useTranslations } from 'use-intl';
import type { OrderReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { comparing, Figures, Part } from '../figures.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { MonthTable, SplitPart } from '../tables.tsx';
import { useWords } from '../use-words.ts';

/** What was bought: the figures, month by month, and by what it is split. */
export function Orders({ report, search }: { report: OrderReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, cents, month, inUsual, shortMoney } = useWords();
  const { whole, months, rows = [], before } = report;
  const figure = comparing(whole, before?.whole);
  const dimension = splitOf('orders', search.splitBy);
  const seesMoney = whole.revenueCents !== undefined;
  return (
    <>
      <Figures
        figures={[
          ...(seesMoney
            ? [figure('revenue', t('orders.revenue'), ({ revenueCents }) => cents(revenueCents, true))]
            : []),
          figure('orders', t('orders.orders'), ({ orders }) => number(orders)),
          figure('units', t('orders.units'), ({ units }) => number(units)),
          ...(seesMoney
            ? [figure('average', t('orders.average'), ({ averageCents }) => cents(averageCents, true))]
            : []),
        ]}
      />
      <Part title={t('byMonth')}>
        <Chart
          along="month"
          data={months.map((one) => ({
            month: month(one.month),
            shown: seesMoney ? inUsual(one.revenueCents) : one.orders,
          }))}
          series={[
            { name: 'shown', label: t(seesMoney ? 'orders.revenue' : 'orders.orders'), color: 'ink.6' },
          ]}
          {...(seesMoney && { format: shortMoney })}
        />
      </Part>
      <SplitPart
        dimension={dimension}
        rows={rows}
        columns={[
          { id: 'revenue', label: t('orders.revenue'), cell: ({ revenueCents }) => cents(revenueCents) },
          { id: 'orders', label: t('orders.orders'), cell: ({ orders }) => number(orders) },
          { id: 'units', label: t('orders.units'), cell: ({ units }) => number(units) },
        ]}
      />
      <Part title={t('months')}>
        <MonthTable
          rows={months}
          columns={[
            { id: 'revenue', label: t('orders.revenue'), cell: ({ revenueCents }) => cents(revenueCents) },
            { id: 'orders', label: t('orders.orders'), cell: ({ orders }) => number(orders) },
            { id: 'units', label: t('orders.units'), cell: ({ units }) => number(units) },
          ]}
        />
      </Part>
    </>
  );
}
