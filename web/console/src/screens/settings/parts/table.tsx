import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { SettingsPartId } from '../registry.ts';
import classes from './table.module.css';

export type Column<T> = {
  key: string;
  /** Heard only, where `isQuiet`. */
  label: string;
  cell: (row: T) => ReactNode;
  /** Only where there is room: a phone shows it in the second line of the first column, if anywhere. */
  isWide?: boolean;
  isQuiet?: boolean;
  /** Figures stand at the right. */
  isNumber?: boolean;
  /** In one line, however little room there is. */
  isTight?: boolean;
};
type Props<T> = {
  label: string;
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => string;
  /** What can be done with a row. */
  actions?: (row: T) => ReactNode;
};

type Shape = Pick<Column<never>, 'isWide' | 'isNumber' | 'isTight'>;
const classOf = ({ isWide, isNumber, isTight }: Shape) =>
  [isWide && classes.wide, isNumber && classes.number, isTight && classes.tight].filter(Boolean).join(' ');

/** Things of a part, a line each. */
export function SettingsTable<T>({ label, columns, rows, keyOf, actions }: Props<T>) {
  const t = useTranslations('settings');
  return (
    <Table className={classes.table} aria-label={label} verticalSpacing={8} horizontalSpacing={10}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column.key} scope="col" className={classOf(column)}>
              {column.isQuiet ? <span className="heard">{column.label}</span> : column.label}
            </Table.Th>
          ))}
          {actions && (
            <Table.Th className={classes.actions}>
              <span className="heard">{t('actions')}</span>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={keyOf(row)}>
            {columns.map((column) => (
              <Table.Td key={column.key} className={classOf(column)}>
                {column.cell(row)}
              </Table.Td>
            ))}
            {actions && <Table.Td className={classes.actions}>{actions(row)}</Table.Td>}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type NameProps = {
  children: ReactNode;
  /** A second, quiet line. */
  below?: ReactNode;
  /** A second line where the columns that say it have no room. */
  narrow?: ReactNode;
  onOpen?: (() => void) | undefined;
  /** A row that has a page of its own leads there. */
  link?: { part: SettingsPartId; search: Record<string, string> };
};
/** What a row is called; it opens the row where that can be looked at. */
export function RowName({ children, below, narrow, onOpen, link }: NameProps) {
  return (
    <div className={classes.name}>
      {link && (
        <Link to="/settings/$part" params={{ part: link.part }} search={link.search} className={classes.open}>
          {children}
        </Link>
      )}
      {onOpen && (
        <button type="button" className={classes.open} onClick={onOpen}>
          {children}
        </button>
      )}
      {!link && !onOpen && <span className={classes.plain}>{children}</span>}
      {below && <div className={classes.below}>{below}</div>}
      {narrow && <div className={`${classes.below} ${classes.narrow}`}>{narrow}</div>}
    </div>
  );
}
