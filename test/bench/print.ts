type Row = Record<string, string | number>;

/** A table for people: columns as wide as what stands in them, numbers to the right. */
export function table(title: string, rows: Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const text = (row: Row, column: string) => String(row[column] ?? '');
  const width = (column: string) => Math.max(column.length, ...rows.map((row) => text(row, column).length));
  const cell = (row: Row, column: string) =>
    typeof row[column] === 'number'
      ? text(row, column).padStart(width(column))
      : text(row, column).padEnd(width(column));
  const lines = [
    columns.map((column) => column.padEnd(width(column))).join('  '),
    ...rows.map((row) => columns.map((column) => cell(row, column)).join('  ')),
  ];
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
export const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));
