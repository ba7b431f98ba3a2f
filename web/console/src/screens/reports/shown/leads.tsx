import { useTranslations } from 'use-intl';
import type { LeadReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { comparing, Figures, Part } from '../figures.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { ShareBar } from '../share-bar.tsx';
import { MonthTable, SplitPart } from '../tables.tsx';
import { useWords } from '../use-words.ts';

/** What became of leads, by where they came from. */
export function Leads({ report, search }: { report: LeadReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, share, month } = useWords();
  const { whole, months, rows = [], before } = report;
  const figure = comparing(whole, before?.whole);
  const dimension = splitOf('leads', search.splitBy);
  return (
    <>
      <Figures
        figures={[
          figure('leads', t('leads.leads'), ({ leads }) => number(leads)),
          figure('qualified', t('leads.qualifiedRate'), ({ qualifiedRate }) => share(qualifiedRate)),
          figure('conversion', t('leads.conversion'), ({ conversion }) => share(conversion)),
        ]}
      />
      <SplitPart
        dimension={dimension}
        rows={rows}
        columns={[
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
        <MonthTable
          rows={months}
          columns={[
            { id: 'leads', label: t('leads.leads'), cell: ({ leads }) => number(leads) },
            { id: 'customers', label: t('leads.customers'), cell: ({ customers }) => number(customers) },
            { id: 'conversion', label: t('leads.conversion'), cell: ({ conversion }) => share(conversion) },
          ]}
        />
      </Part>
    </>
  );
}
