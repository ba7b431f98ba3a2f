import { NumberInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import classes from './month-grid.module.css';

type Props = {
  /** What is heard: the row and the month. */
  label: string;
  /** In units: money in whole currency, not in cents. */
  value: number | undefined;
  decimals: number;
  isReadOnly: boolean;
  /** Resolves when it is kept; what fails is told by who writes, and the cell says again what was there. */
  write: (value: number | undefined) => Promise<void>;
};

/** The cell above or below, for who types down a column. */
function step({ currentTarget, key }: KeyboardEvent<HTMLInputElement>): void {
  const by = key === 'ArrowUp' ? -1 : 1;
  const cell = currentTarget.closest('td');
  const row = cell?.parentElement as HTMLTableRowElement | null;
  const table = row?.closest('table');
  if (!cell || !row || !table) return;
  const next = table.rows[row.rowIndex + by]?.cells[cell.cellIndex];
  next?.querySelector('input')?.focus();
}

/** A figure of a month that is typed where it stands: kept when the cell is left, or by Enter, which leads to the next below. */
export function MonthCell({ label, value, decimals, isReadOnly, write }: Props) {
  const [typed, setTyped] = useState<number | string>();
  const keep = async () => {
    if (typed === undefined) return;
    const meant = typed === '' || Number.isNaN(Number(typed)) ? undefined : Number(typed);
    try {
      if (meant !== value) await write(meant);
    } finally {
      setTyped(undefined);
    }
  };
  return (
    <NumberInput
      aria-label={label}
      className={classes.cell ?? ''}
      classNames={{ input: classes.input ?? '' }}
      value={typed ?? value ?? ''}
      onChange={setTyped}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setTyped(undefined);
        if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          step(event);
          if (event.key === 'Enter') event.currentTarget.blur();
        }
      }}
      min={0}
      decimalScale={decimals}
      allowNegative={false}
      thousandSeparator={' '}
      hideControls
      readOnly={isReadOnly}
      inputMode="decimal"
    />
  );
}
