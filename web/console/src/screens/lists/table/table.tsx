import { type CSSProperties, type MouseEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AnyRecord, ListedKind } from '../../../api/kinds.ts';
import type { FieldDef } from '../../../fields/field-def.ts';
import { type Column, titleColumn, titleWidth, widthOf } from '../columns.ts';
import { isSelected, type Selecting } from '../selection.ts';
import { useCellText } from './cell-text.ts';
import type { Sorting } from './head.tsx';
import { Row, type RowProps } from './row.tsx';
import classes from './table.module.css';
import { TableHead } from './table-head.tsx';
import { useBudget } from './use-budget.ts';
import type { Grid } from './use-grid.ts';
import { type RowActions, rowKeys } from './use-row-keys.ts';

type Props = {
  kind: ListedKind;
  grid: Grid;
  box: React.RefObject<HTMLDivElement | null>;
  columns: Column[];
  fields: ReadonlyMap<string, FieldDef>;
  sorting: Sorting;
  selecting: Selecting;
  actions: RowActions;
  onResize: (field: string, width: number) => void;
  lead?: RowProps['lead'];
};

const checkWidth = 40;
const shownOf = (columns: Column[], fields: ReadonlyMap<string, FieldDef>) =>
  columns.flatMap((column) => {
    const field = fields.get(column.field);
    return field ? [{ column, field }] : [];
  });

/** Widths that are being drawn, before they are kept. */
function useWidths(columns: Column[], fields: ReadonlyMap<string, FieldDef>, onResize: Props['onResize']) {
  const [drawn, setDrawn] = useState<{ field: string; width: number }>();
  const title = columns.find(({ field }) => field === titleColumn)?.width ?? titleWidth;
  const own = (name: string, width: number) => (drawn?.field === name ? drawn.width : width);
  const widths = [
    checkWidth,
    own(titleColumn, title),
    ...shownOf(columns, fields).map(({ column, field }) => own(column.field, widthOf(column, field))),
  ];
  const resize = (field: string) => (width: number, isDone: boolean) => {
    setDrawn(isDone ? undefined : { field, width });
    if (isDone) onResize(field, width);
  };
  const style = {
    '--columns': `${widths.map((width) => `${width}px`).join(' ')} minmax(0, 1fr)`,
    '--width': `${widths.reduce((sum, width) => sum + width, 0)}px`,
  } as CSSProperties;
  return { style, resize };
}

/** The number of the row that an event happened in. */
const rowOf = ({ target }: MouseEvent) => {
  const row = (target as HTMLElement).closest<HTMLElement>('[data-index]');
  return row ? Number(row.dataset.index) : undefined;
};

/** What a click in the table means: select, open here, or (left to the browser) open elsewhere. */
function clicked(event: MouseEvent, { move, open, toggle, extend }: RowActions) {
  const index = rowOf(event);
  if (index === undefined) return;
  const target = event.target as HTMLElement;
  const isModified = event.metaKey || event.ctrlKey;
  if (target.closest('button') || (isModified && target.closest('a'))) return;
  move(index);
  if (event.shiftKey) extend(index);
  else if (target.closest('[data-select]') || target.closest(`.${classes.check}`) || isModified)
    toggle(index);
  else open(index);
  if (!target.matches('[data-select]')) event.preventDefault();
}

/** Records in rows and columns, as a grid (WAI-ARIA): the keyboard is at one row, and only those in sight are on the page. */
export function Table(props: Props) {
  const { kind, grid, box, columns, fields, sorting, selecting, actions, onResize, lead } = props;
  const kinds = useTranslations('kinds.many');
  const text = useCellText();
  const { style, resize } = useWidths(columns, fields, onResize);
  const defs = useMemo(() => shownOf(columns, fields).map(({ field }) => field), [columns, fields]);
  const { pages, virtualizer, cursor } = grid;
  const { selection } = selecting;
  const items = virtualizer.getVirtualItems();
  const whole = useBudget(
    items.flatMap(({ index }) => (pages.recordAt(index) ? [index] : [])),
    virtualizer.isScrolling,
  );
  const selected = (record: AnyRecord | undefined) =>
    record !== undefined && isSelected(selection, record.id);
  return (
    <div ref={box} className={classes.box} style={style}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose rows are chosen (WAI-ARIA)
        role="grid"
        className={classes.table}
        aria-label={kinds(kind)}
        aria-rowcount={pages.isWhole ? pages.count + 1 : -1}
        aria-colcount={defs.length + 2}
        aria-multiselectable
        onClick={(event) => clicked(event, actions)}
        onKeyDown={rowKeys(actions)}
      >
        <TableHead kind={kind} fields={defs} sorting={sorting} selecting={selecting} resize={resize} />
        <tbody className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const record = pages.recordAt(index);
            return (
              <Row
                key={index}
                kind={kind}
                index={index}
                start={start}
                record={record}
                fields={defs}
                text={text}
                isSelected={selected(record)}
                isCursor={index === cursor}
                isWhole={whole.has(index)}
                {...(lead && { lead })}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
