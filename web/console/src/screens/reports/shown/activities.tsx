import { useTranslations } from 'use-intl';
import type { ActivityReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { Figures, Part } from '../figures.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { ShareBar } from '../share-bar.tsx';
import { MonthTable, SplitPart } from '../tables.tsx';
import { useWords } from '../use-words.ts';
import { DoneCount } from '../way-to.tsx';

type Row = ActivityReport['whole'];
const kinds = [
  'callsInbound',
  'callsOutbound',
  'mailsInbound',
  'mailsOutbound',
  'meetings',
  'notes',
  'formSubmissions',
] as const;

const goals = ['calls', 'meetings'] as const;
/** How far each has come, where anything was to be done. */
function useGoals(whole: Row, rows: readonly Row[]) {
  const t = useTranslations('reports.activities');
  const { number, share } = useWords();
  const about = (goal: (typeof goals)[number]) =>
    whole.target?.[goal] !== undefined &&
    t('ofTarget', { share: share(whole.reached?.[goal]), target: number(whole.target[goal]) });
  const aimed = goals.filter((goal) => rows.some(({ target }) => target?.[goal] !== undefined));
  const columns = aimed.map((goal) => ({
    id: `${goal}OfTarget`,
    label: t(`${goal}OfTarget`),
    cell: ({ target, reached, [goal]: done }: Row) =>
      target?.[goal] === undefined ? (
        '–'
      ) : (
        <ShareBar part={reached?.[goal]} text={`${number(done)} / ${number(target[goal])}`} />
      ),
  }));
  return { about, columns };
}

/** What was done, by kind, by who did it, and month by month. */
export function Activities({ report, search }: { report: ActivityReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, month } = useWords();
  const { whole, months, rows = [] } = report;
  const dimension = splitOf('activities', search.splitBy);
  const columns = kinds.map((kind) => ({
    id: kind,
    label: t(`activities.${kind}`),
    cell: (row: Row) => number(row[kind]),
  }));
  const aimed = useGoals(whole, rows);
  const done = { id: 'done', label: t('activities.tasksDone') };
  return (
    <>
      <Figures
        figures={[
          { id: 'all', label: t('activities.all'), value: number(whole.activities) },
          {
            ...{ id: 'calls', label: t('activities.calls'), value: number(whole.calls) },
            about: aimed.about('calls'),
          },
          { id: 'mails', label: t('activities.mailsOutbound'), value: number(whole.mailsOutbound) },
          {
            ...{ id: 'meetings', label: t('activities.meetings'), value: number(whole.meetings) },
            about: aimed.about('meetings'),
          },
          { ...done, value: number(whole.tasksDone) },
        ]}
      />
      <SplitPart
        dimension={dimension}
        rows={rows}
        columns={[
          ...columns,
          ...aimed.columns,
          {
            ...done,
            cell: ({ value, tasksDone }) =>
              dimension === 'owner' && tasksDone ? (
                <DoneCount search={search} value={value} count={tasksDone} />
              ) : (
                number(tasksDone)
              ),
          },
        ]}
      />
      <Part title={t('byMonth')}>
        <Chart
          along="month"
          kind="stacked"
          data={months.map((one) => ({
            month: month(one.month),
            calls: one.calls,
            mails: one.mails,
            meetings: one.meetings,
            notes: one.notes,
          }))}
          series={[
            { name: 'calls', label: t('activities.calls'), color: 'ink.6' },
            { name: 'mails', label: t('activities.mails'), color: 'teal.6' },
            { name: 'meetings', label: t('activities.meetings'), color: 'ink.3' },
            { name: 'notes', label: t('activities.notes'), color: 'teal.3' },
          ]}
        />
        <MonthTable
          rows={months}
          columns={[...columns, { ...done, cell: ({ tasksDone }) => number(tasksDone) }]}
        />
      </Part>
    </>
  );
}
