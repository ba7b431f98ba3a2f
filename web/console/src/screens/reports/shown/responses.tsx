import { useTranslations } from 'use-intl';
import type { ResponseReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { Figures, Part } from '../figures.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { ShareBar } from '../share-bar.tsx';
import { MonthTable, SplitPart } from '../tables.tsx';
import { useWords } from '../use-words.ts';

type Row = ResponseReport['whole'];

/** How soon those were answered who came to us. */
export function Responses({ report, search }: { report: ResponseReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, share, duration, month } = useWords();
  const { whole, months, rows = [] } = report;
  const columns = [
    { id: 'asked', label: t('responses.asked'), cell: ({ asked }: Row) => number(asked) },
    {
      id: 'median',
      label: t('responses.median'),
      cell: ({ medianMinutes }: Row) => duration(medianMinutes),
    },
    {
      id: 'hour',
      label: t('responses.withinHour'),
      cell: ({ withinHour }: Row) => <ShareBar part={withinHour} text={share(withinHour)} />,
    },
    { id: 'day', label: t('responses.withinDay'), cell: ({ withinDay }: Row) => share(withinDay) },
    {
      id: 'automatic',
      label: t('responses.onlyAutomatic'),
      cell: ({ onlyAutomatic }: Row) => number(onlyAutomatic),
    },
    {
      id: 'unanswered',
      label: t('responses.unanswered'),
      cell: ({ unanswered }: Row) => number(unanswered),
    },
  ];
  return (
    <>
      <Figures
        figures={[
          {
            id: 'median',
            label: t('responses.median'),
            value: duration(whole.medianMinutes),
            about: t('responses.about'),
          },
          { id: 'hour', label: t('responses.withinHour'), value: share(whole.withinHour) },
          { id: 'day', label: t('responses.withinDay'), value: share(whole.withinDay) },
          { id: 'unanswered', label: t('responses.unanswered'), value: number(whole.unanswered) },
        ]}
      />
      <SplitPart dimension={splitOf('responses', search.splitBy)} rows={rows} columns={columns} />
      <Part title={t('byMonth')}>
        <Chart
          along="month"
          kind="stacked"
          data={months.map(({ month: name, answered, onlyAutomatic, unanswered }) => ({
            month: month(name),
            ...{ answered, onlyAutomatic, unanswered },
          }))}
          series={[
            { name: 'answered', label: t('responses.answered'), color: 'teal.6' },
            { name: 'onlyAutomatic', label: t('responses.onlyAutomatic'), color: 'ink.6' },
            { name: 'unanswered', label: t('responses.unanswered'), color: 'ink.2' },
          ]}
        />
        <MonthTable rows={months} columns={columns} />
      </Part>
    </>
  );
}
