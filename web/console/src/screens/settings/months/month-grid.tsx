import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { MonthCell } from './month-cell.tsx';
import classes from './month-grid.module.css';
import type { Months } from './use-months.ts';

type GridRow = { key: string; name: string; below?: ReactNode };
type Props = {
  label: string;
  /** What the rows are. */
  rowsLabel: string;
  rows: readonly GridRow[];
  months: Months;
  decimals: number;
  isReadOnly: boolean;
  valueAt: (row: string, month: string) => number | undefined;
  write: (row: string, month: string, value: number | undefined) => Promise<void>;
  /** What a row comes to in all, as it is written. */
  totalOf?: (row: string) => string;
};

/** Figures by what they are of and by month, typed where they stand. */
export function MonthGrid(props: Props) {
  const { label, rowsLabel, rows, months, decimals, isReadOnly, valueAt, write, totalOf } = props;
  const t = useTranslations('settings.months');
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table className={classes.grid ?? ''} aria-label={label} verticalSpacing={4} horizontalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.first ?? ''}>
              {rowsLabel}
            </Table.Th>
            {months.months.map((month) => (
              <Table.Th key={month} scope="col" className={classes.number ?? ''}>
                {months.shortNameOf(month)}
              </Table.Th>
            ))}
            {totalOf && (
              <Table.Th scope="col" className={classes.number ?? ''}>
                {t('total')}
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, name, below }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" className={classes.first ?? ''}>
                {name}
                {below && <div className={classes.below}>{below}</div>}
              </Table.Th>
              {months.months.map((month) => (
                <Table.Td key={month}>
                  <MonthCell
                    key={`${key} ${month}`}
                    label={`${name}, ${months.nameOf(month)}`}
                    value={valueAt(key, month)}
                    decimals={decimals}
                    isReadOnly={isReadOnly}
                    write={(value) => write(key, month, value)}
                  />
                </Table.Td>
              ))}
              {totalOf && <Table.Td className={classes.number ?? ''}>{totalOf(key)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
