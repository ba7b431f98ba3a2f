import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Part } from './figures.tsx';
import { type Column, ReportTable } from './report-table.tsx';
import type { Dimension } from './reports.ts';
import { useWords } from './use-words.ts';
import { ValueName } from './value-name.tsx';

/** What a report is split by: a row a value, under its name. Nothing where it is not split. */
export function SplitPart<Row extends { value: string | null }>({
  dimension,
  rows,
  columns,
  children,
}: {
  dimension: Dimension | undefined;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** A chart above the table. */
  children?: ReactNode;
}) {
  const t = useTranslations('reports');
  if (!dimension) return null;
  const title = t('by', { dimension: t(`dimensions.${dimension}`) });
  const named: Column<Row> = {
    id: 'value',
    label: t(`dimensions.${dimension}`),
    cell: ({ value }) => <ValueName dimension={dimension} value={value} />,
  };
  return (
    <Part title={title}>
      {children}
      <ReportTable
        caption={title}
        keyOf={({ value }) => value ?? ''}
        rows={rows}
        columns={[named, ...columns]}
      />
    </Part>
  );
}

/** A row a month. */
export function MonthTable<Row extends { month: string }>({
  rows,
  columns,
}: {
  rows: readonly Row[];
  columns: readonly Column<Row>[];
}) {
  const t = useTranslations('reports');
  const { month } = useWords();
  const named: Column<Row> = { id: 'month', label: t('month'), cell: (row) => month(row.month) };
  return (
    <ReportTable
      caption={t('byMonth')}
      keyOf={(row) => row.month}
      rows={rows}
      columns={[named, ...columns]}
    />
  );
}
