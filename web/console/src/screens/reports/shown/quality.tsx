import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { QualityReport } from '../../../../../client/src/index.ts';
import { MoreTexts } from '../../../parts/more-texts.tsx';
import { Chart } from '../chart.tsx';
import { Figures, Part } from '../figures.tsx';
import { ReportTable } from '../report-table.tsx';
import { splitOf } from '../reports.ts';
import type { ReportSearch } from '../search.ts';
import { ShareBar } from '../share-bar.tsx';
import { MonthTable, SplitPart } from '../tables.tsx';
import { useWords } from '../use-words.ts';

/** What the data check finds, which leads to the contacts. */
function Checks({ checks }: Pick<QualityReport, 'checks'>) {
  const t = useTranslations('reports.quality');
  const called = useTranslations('dataCheck.checks');
  const { number, share } = useWords();
  return (
    <Part title={t('checks')}>
      <ReportTable
        caption={t('checks')}
        rows={checks}
        keyOf={({ check }) => check}
        columns={[
          {
            id: 'check',
            label: t('check'),
            cell: ({ check, found }) =>
              found > 0 ? (
                <Anchor
                  component={Link}
                  to="/data-check"
                  search={{ kind: 'contact', check } as never}
                  inherit
                >
                  {called(`${check}.title`)}
                </Anchor>
              ) : (
                called(`${check}.title`)
              ),
          },
          { id: 'found', label: t('found'), cell: ({ found }) => number(found) },
          {
            id: 'share',
            label: t('share'),
            cell: ({ share: part }) => <ShareBar part={part} text={share(part)} />,
          },
        ]}
      />
    </Part>
  );
}

type Row = QualityReport['whole'];
const rates = { email: 'emailRate', phone: 'phoneRate', owner: 'ownerRate', source: 'sourceRate' } as const;
type Known = keyof typeof rates;

/** How much is known of contacts, and what is wrong with them. */
export function Quality({ report, search }: { report: QualityReport; search: ReportSearch }) {
  const t = useTranslations('reports');
  const { number, share, month } = useWords();
  const { whole, months, rows = [], checks } = report;
  const names = (Object.keys(rates) as Known[]).filter((name) => whole[rates[name]] !== undefined);
  const contacts = {
    id: 'contacts',
    label: t('quality.contacts'),
    cell: (row: Row) => number(row.contacts),
  };
  const columns = names.map((name) => ({
    id: name,
    label: t(`quality.${name}`),
    cell: (row: Row) => share(row[rates[name]]),
  }));
  return (
    <>
      <Figures
        figures={[
          { id: 'contacts', label: t('quality.contacts'), value: number(whole.contacts) },
          ...names.map((name) => ({
            id: name,
            label: t(`quality.${name}`),
            value: share(whole[rates[name]]),
          })),
        ]}
      />
      <MoreTexts part="dataCheck">
        <Checks checks={checks} />
      </MoreTexts>
      <SplitPart
        dimension={splitOf('quality', search.splitBy)}
        rows={rows}
        columns={[contacts, ...columns]}
      />
      <Part title={t('byMonth')}>
        <Chart
          along="month"
          kind="line"
          format={share}
          data={months.map((one) => ({
            month: month(one.month),
            ...Object.fromEntries(names.map((name) => [name, one[rates[name]] ?? 0])),
          }))}
          series={names.map((name, n) => ({
            name,
            label: t(`quality.${name}`),
            color: ['ink.6', 'teal.6', 'ink.3', 'teal.3'][n] ?? 'ink.6',
          }))}
        />
        <MonthTable rows={months} columns={[contacts, ...columns]} />
      </Part>
    </>
  );
}
