import { useTranslations } from 'use-intl';
import type { CohortReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { Part } from '../figures.tsx';
import { ReportTable } from '../report-table.tsx';
import { useWords } from '../use-words.ts';
import { Heat } from './heat.tsx';
import { NothingBought } from './nothing-bought.tsx';

const mostMonths = 12;

/** How many of those who first bought in a month came back in later ones. */
export function Cohorts({ report }: { report: CohortReport }) {
  const t = useTranslations('reports');
  const { number, share, month } = useWords();
  const cohorts = report.cohorts.filter(({ customers }) => customers > 0);
  if (cohorts.length === 0) return <NothingBought />;
  const after = Array.from({ length: Math.min(mostMonths, report.retention.length) }, (_, n) => n + 1);
  return (
    <>
      <Part title={t('cohorts.retention')}>
        <Chart
          along="after"
          kind="line"
          format={share}
          data={report.retention.slice(0, mostMonths).map((one) => ({
            after: t('cohorts.after', { count: one.after }),
            share: one.share,
          }))}
          series={[{ name: 'share', label: t('cohorts.retention'), color: 'ink.6' }]}
        />
      </Part>
      <Part title={t('cohorts.by')}>
        <ReportTable
          caption={t('cohorts.by')}
          keyOf={(one) => one.month}
          rows={cohorts}
          columns={[
            { id: 'month', label: t('cohorts.first'), cell: (one) => month(one.month) },
            { id: 'customers', label: t('customers.customers'), cell: ({ customers }) => number(customers) },
            ...after.map((count) => ({
              id: String(count),
              label: t('cohorts.after', { count }),
              cell: ({ returned }: (typeof cohorts)[number]) => {
                const one = returned.find((other) => other.after === count);
                return one ? <Heat part={2 * one.share} text={share(one.share)} /> : '';
              },
            })),
          ]}
        />
      </Part>
    </>
  );
}
