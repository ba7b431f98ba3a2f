import { useTranslations } from 'use-intl';
import type { LeadReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { Figures, Part } from '../figures.tsx';
import { ReportTable } from '../report-table.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { ShareBar } from '../share-bar.tsx';
import { useWords } from '../use-words.ts';
import { ValueName } from '../value-name.tsx';

/** What became of leads, by where they came from. */
export function Leads({ report, search }: { report: LeadReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, share, month } = useWords();
  const { whole, months, rows = [] } = report;
  const dimension = splitOf('leads', search.splitBy);
  return (
    <>
      <Figures
        figures={[
          { id: 'leads', label: t('leads.leads'), value: number(whole.leads) },
          { id: 'qualified', label: t('leads.qualifiedRate'), value: share(whole.qualifiedRate) },
          { id: 'conversion', label: t('leads.conversion'), value: share(whole.conversion) },
        ]}
      />
      {dimension && (
        <Part title={t('by', { dimension: t(`dimensions.${dimension}`) })}>
          <ReportTable
            caption={t('by', { dimension: t(`dimensions.${dimension}`) })}
            keyOf={({ value }) => value ?? ''}
            rows={rows}
            columns={[
              {
                id: 'value',
                label: t(`dimensions.${dimension}`),
                cell: ({ value }) => <ValueName dimension={dimension} value={value} />,
              },
              { id: 'leads', label: t('leads.leads'), cell: ({ leads }) => number(leads) },
              { id: 'qualified', label: t('leads.qualified'), cell: ({ qualified }) => number(qualified) },
              { id: 'customers', label: t('leads.customers'), cell: ({ customers }) => number(customers) },
              {
                id: 'conversion',
                label: t('leads.conversion'),
                cell: ({ conversion }) => <ShareBar part={conversion} text={share(conversion)} />,
              },
            ]}
          />
        </Part>
      )}
      <Part title={t('byMonth')}>
        <Chart
          along="month"
          kind="stacked"
          data={months.map((one) => ({
            month: month(one.month),
            customers: one.customers + one.former,
            qualified: one.qualified,
            lead: one.lead,
          }))}
          series={[
            { name: 'customers', label: t('leads.customers'), color: 'teal.6' },
            { name: 'qualified', label: t('leads.qualified'), color: 'ink.6' },
            { name: 'lead', label: t('leads.still'), color: 'ink.2' },
          ]}
        />
        <ReportTable
          caption={t('byMonth')}
          keyOf={(one) => one.month}
          rows={months}
          columns={[
            { id: 'month', label: t('month'), cell: (one) => month(one.month) },
            { id: 'leads', label: t('leads.leads'), cell: ({ leads }) => number(leads) },
            { id: 'customers', label: t('leads.customers'), cell: ({ customers }) => number(customers) },
            { id: 'conversion', label: t('leads.conversion'), cell: ({ conversion }) => share(conversion) },
          ]}
        />
      </Part>
    </>
  );
}
