import { memo, type ReactNode } from 'react';
import { type AnyRecord, type ListedKind, plurals, titleOf } from '../../../api/kinds.ts';
import type { FieldDef } from '../../../fields/field-def.ts';
import { isDone } from '../columns.ts';
import { Cell } from './cell.tsx';
import type { CellText } from './cell-text.ts';
import classes from './table.module.css';

export type RowProps = {
  kind: ListedKind;
  index: number;
  start: number;
  record: AnyRecord | undefined;
  fields: readonly FieldDef[];
  text: CellText;
  isSelected: boolean;
  isCursor: boolean;
  /** With all its cells, not the title alone. */
  isWhole: boolean;
  /** What stands before the title: a task's tick. */
  lead?: (record: AnyRecord) => ReactNode;
};

/** Says what the box before a title is for; it stands once on the page. */
export const labelId = 'select-row';

const place = (start: number) => ({ transform: `translateY(${start}px)` });

/** Stands where a record will be. */
function WaitingRow({ index, start }: Pick<RowProps, 'index' | 'start'>) {
  return (
    <tr className={classes.row} aria-rowindex={index + 2} aria-busy style={place(start)}>
      <td className={classes.titleCell}>
        <span className={classes.waiting} />
      </td>
    </tr>
  );
}

/** A record in the table. What it does is the table's, which hears it by the row's number. */
export const Row = memo(function Row(props: RowProps) {
  const { kind, index, start, record, fields, text, isSelected, isCursor, isWhole, lead } = props;
  if (!record) return <WaitingRow index={index} start={start} />;
  const titleId = `row-${index}`;
  return (
    <tr
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isCursor ? 0 : -1}
      data-index={index}
      style={place(start)}
    >
      {isWhole && (
        <td className={classes.check}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isSelected}
            readOnly
            aria-labelledby={`${labelId} ${titleId}`}
            data-select
          />
        </td>
      )}
      <td className={classes.titleCell}>
        {lead?.(record)}
        <a
          id={titleId}
          className={classes.title}
          data-done={isDone(kind, record)}
          href={`/${plurals[kind]}/${record.id}`}
          tabIndex={-1}
        >
          {titleOf(kind, record)}
        </a>
      </td>
      {isWhole &&
        fields.map((field) => (
          <td key={field.name} className={classes.cell}>
            <Cell field={field} record={record} text={text} tabIndex={isCursor ? 0 : -1} />
          </td>
        ))}
    </tr>
  );
});
