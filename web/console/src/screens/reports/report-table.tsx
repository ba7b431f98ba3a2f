import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './reports.module.css';

export type Column<Row> = { id: string; label: string; cell: (row: Row) => ReactNode; isText?: boolean };
type Props<Row> = {
  /** What the table says, for who hears the page. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
};

/** The figures behind a chart, and for who hears the page the chart itself. The first column names the rows. */
export function ReportTable<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  const [first, ...others] = columns;
  if (!first) return null;
  const align = ({ isText }: Column<Row>) => (isText ? undefined : classes.figure);
  return (
    <Table.ScrollContainer
      minWidth={Math.min(720, 160 + 96 * others.length)}
      type="native"
      role="region"
      aria-label={caption}
      tabIndex={0} // keys scroll it
    >
      <Table className={classes.table} withRowBorders>
        <caption className="heard">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column, n) => (
              <Table.Th key={column.id} scope="col" className={n > 0 ? align(column) : undefined}>
                {column.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              <Table.Th scope="row" className={classes.rowName}>
                {first.cell(row)}
              </Table.Th>
              {others.map((column) => (
                <Table.Td key={column.id} className={align(column)}>
                  {column.cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
