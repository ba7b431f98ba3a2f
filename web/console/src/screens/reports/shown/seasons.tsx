import { useTranslations } from 'use-intl';
import type { SeasonReport } from '../../../../../client/src/index.ts';
import { Chart } from '../chart.tsx';
import { Part } from '../figures.tsx';
import { ReportTable } from '../report-table.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { useWords } from '../use-words.ts';
import { ValueName } from '../value-name.tsx';
import { Heat } from './heat.tsx';
import { NothingBought } from './nothing-bought.tsx';

const monthsOfYear = Array.from({ length: 12 }, (_, n) => n + 1);

/** In which months of the year what sells best: an index for each, 1 in a mean month. */
export function Seasons({ report, search }: { report: SeasonReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, month: monthName, monthOfYear } = useWords();
  const dimension = splitOf('seasons', search.splitBy);
  const indexOf = (row: SeasonReport['whole'], month: number) =>
    row.months.find((one) => one.month === month)?.index;
  if (report.rows.length === 0) return <NothingBought />;
  return (
    <>
      <Part title={t('seasons.whole')}>
        <Chart
          along="month"
          kind="line"
          data={monthsOfYear.map((month) => ({
            month: monthOfYear(month),
            index: Number((indexOf(report.whole, month) ?? 0).toFixed(2)),
          }))}
          series={[{ name: 'index', label: t('seasons.index'), color: 'ink.6' }]}
        />
      </Part>
      <Part title={t('seasons.by')}>
        <p style={{ margin: 0 }}>
          {monthName(report.from)} – {monthName(report.to)}. {t(`seasons.methods.${report.method}`)}
        </p>
        <ReportTable
          caption={t('seasons.by')}
          keyOf={({ value }) => value ?? ''}
          rows={report.rows}
          columns={[
            {
              id: 'value',
              label: t(`dimensions.${dimension ?? 'category'}`),
              cell: ({ value }) => <ValueName dimension={dimension} value={value} />,
            },
            {
              id: 'best',
              label: t('seasons.best'),
              isText: true,
              cell: ({ bestMonth }) => (bestMonth ? monthOfYear(bestMonth) : '–'),
            },
            ...monthsOfYear.map((month) => ({
              id: String(month),
              label: monthOfYear(month),
              cell: (row: SeasonReport['rows'][number]) => {
                const index = indexOf(row, month);
                return index === undefined ? '–' : <Heat part={(index - 0.5) / 2} text={number(index, 2)} />;
              },
            })),
          ]}
        />
      </Part>
    </>
  );
}
