import { useTranslations } from 'use-intl';
import type { UseReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { Figures, Part } from '../figures.tsx';
import type { ReportSearch } from '../search.ts';
import { MonthTable, SplitPart } from '../tables.tsx';
import { useWords } from '../use-words.ts';
import { DoneCount, OverdueCount } from '../way-to.tsx';

type Used = UseReport['months'][number] | UseReport['rows'][number];

/** Who was here, and what they did and have left lying. */
export function Use({ report, search }: { report: UseReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, day, month } = useWords();
  const { whole, rows, months } = report;
  const seesTasks = whole.tasksDone !== undefined;
  const figures = [
    { id: 'days', label: t('use.days'), cell: ({ days }: Used) => number(days) },
    { id: 'signIns', label: t('use.signIns'), cell: ({ signIns }: Used) => number(signIns) },
    { id: 'activities', label: t('use.activities'), cell: ({ activities }: Used) => number(activities) },
  ];
  const done = { id: 'done', label: t('use.tasksDone') };
  return (
    <>
      <Figures
        figures={[
          {
            id: 'active',
            label: t('use.active'),
            value: t('use.activeOf', { active: number(whole.active), users: number(whole.users) }),
          },
          { id: 'activities', label: t('use.activities'), value: number(whole.activities) },
          ...(seesTasks
            ? [
                { ...done, value: number(whole.tasksDone) },
                { id: 'overdue', label: t('use.overdue'), value: number(whole.tasksOverdue) },
              ]
            : []),
        ]}
      />
      <SplitPart
        dimension="owner"
        rows={rows}
        columns={[
          ...figures,
          { id: 'seen', label: t('use.lastSeen'), cell: ({ lastSeenOn }) => day(lastSeenOn) },
          {
            ...done,
            cell: ({ value, tasksDone }) =>
              tasksDone ? <DoneCount search={search} value={value} count={tasksDone} /> : number(tasksDone),
          },
          {
            id: 'overdue',
            label: t('use.overdue'),
            cell: ({ value, tasksOverdue }) =>
              tasksOverdue ? <OverdueCount value={value} count={tasksOverdue} /> : number(tasksOverdue),
          },
        ]}
      />
      <Part title={t('byMonth')}>
        <Chart
          along="month"
          data={months.map((one) => ({ month: month(one.month), active: one.active }))}
          series={[{ name: 'active', label: t('use.people'), color: 'ink.6' }]}
        />
        <MonthTable
          rows={months}
          columns={[
            { id: 'active', label: t('use.people'), cell: ({ active }) => number(active) },
            ...figures,
            { ...done, cell: ({ tasksDone }) => number(tasksDone) },
          ]}
        />
      </Part>
    </>
  );
}
