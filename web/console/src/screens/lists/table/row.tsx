import { Skeleton } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type AnyRecord, type ListedKind, plurals, titleOf } from '../../../api/kinds.ts';
import type { FieldDef } from '../../../fields/field-def.ts';
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
  /** What stands before the title: a task's tick. */
  lead?: (record: AnyRecord) => ReactNode;
};

const place = (start: number) => ({ transform: `translateY(${start}px)` });

function WaitingRow({ index, start, fields }: Pick<RowProps, 'index' | 'start' | 'fields'>) {
  return (
    <tr className={classes.row} aria-rowindex={index + 2} aria-busy style={place(start)}>
      <td className={classes.check} />
      <td className={classes.titleCell}>
        <Skeleton h={12} w="60%" />
      </td>
      {fields.map(({ name }) => (
        <td key={name} className={classes.cell}>
          <Skeleton h={12} w="70%" />
        </td>
      ))}
    </tr>
  );
}

/** A record in the table. What it does is the table's, which hears it by the row's number. */
export const Row = memo(function Row(props: RowProps) {
  const { kind, index, start, record, fields, text, isSelected, isCursor, lead } = props;
  const t = useTranslations('lists');
  if (!record) return <WaitingRow index={index} start={start} fields={fields} />;
  const title = titleOf(kind, record);
  return (
    <tr
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isCursor ? 0 : -1}
      data-index={index}
      style={place(start)}
    >
      <td className={classes.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          readOnly
          aria-label={t('select', { title })}
          data-select
        />
      </td>
      <td className={classes.titleCell}>
        {lead?.(record)}
        <a className={classes.title} href={`/${plurals[kind]}/${record.id}`} tabIndex={-1}>
          {title}
        </a>
      </td>
      {fields.map((field) => (
        <td key={field.name} className={classes.cell}>
          <Cell field={field} record={record} text={text} />
        </td>
      ))}
    </tr>
  );
});
