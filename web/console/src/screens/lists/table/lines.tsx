import { IconCheck } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslations } from 'use-intl';
import { type AnyRecord, type ListedKind, plurals, titleOf } from '../../../api/kinds.ts';
import type { FieldDef } from '../../../fields/field-def.ts';
import { initialsOf, isDone, isOutlook, lineFields } from '../columns.ts';
import { isSelected, type Selecting } from '../selection.ts';
import { Cell } from './cell.tsx';
import { type CellText, useCellText } from './cell-text.ts';
import type { RowProps } from './row.tsx';
import classes from './table.module.css';
import type { Grid } from './use-grid.ts';
import type { RowActions } from './use-row-keys.ts';

type LineProps = {
  kind: ListedKind;
  index: number;
  record: AnyRecord;
  fields: readonly FieldDef[];
  text: CellText;
  isOn: boolean;
  actions: RowActions;
  lead: RowProps['lead'];
};

/** The link is the browser's where it is to open elsewhere; here it is a step of the console. */
const openHere = (event: MouseEvent, open: () => void) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  open();
};

function Line({ kind, index, record, fields, text, isOn, actions, lead }: LineProps) {
  const t = useTranslations('lists');
  const title = titleOf(kind, record);
  return (
    <>
      {lead ? (
        <span className={classes.mark}>{lead(record)}</span>
      ) : (
        <button
          type="button"
          className={classes.mark}
          aria-pressed={isOn}
          aria-label={t('select', { title })}
          onClick={() => actions.toggle(index)}
        >
          <span
            className={classes.face}
            data-on={isOn || undefined}
            data-initials={initialsOf(title)}
            aria-hidden
          >
            {isOn && <IconCheck size={18} />}
          </span>
        </button>
      )}
      <a
        className={classes.lineText}
        href={`/${plurals[kind]}/${record.id}`}
        onClick={(event) => openHere(event, () => actions.open(index))}
      >
        <span className={classes.lineTitle} data-done={isDone(kind, record)}>
          {title}
        </span>
        <span className={classes.lineValues}>
          {fields.map((field) => (
            <span key={field.name} data-whole={isOutlook(kind, field.name) || undefined}>
              <Cell field={field} record={record} text={text} />
            </span>
          ))}
        </span>
      </a>
    </>
  );
}

type Props = {
  kind: ListedKind;
  grid: Grid;
  box: React.RefObject<HTMLDivElement | null>;
  byName: ReadonlyMap<string, FieldDef>;
  selecting: Selecting;
  actions: RowActions;
  lead?: RowProps['lead'];
};

/** A list under a thumb: each record is a line with what tells it from others, and its picture selects it. */
export function Lines({ kind, grid, box, byName, selecting: { selection }, actions, lead }: Props) {
  const kinds = useTranslations('kinds.many');
  const text = useCellText();
  const { pages, virtualizer } = grid;
  const fields = lineFields[kind].flatMap((name) => byName.get(name) ?? []);
  return (
    <div ref={box} className={classes.box}>
      <ul aria-label={kinds(kind)} className={classes.lines} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const record = pages.recordAt(index);
          const isOn = record !== undefined && isSelected(selection, record.id);
          return (
            <li
              key={index}
              className={classes.line}
              aria-setsize={pages.isWhole ? pages.count : -1}
              aria-posinset={index + 1}
              data-index={index}
              data-selected={isOn}
              style={{ transform: `translateY(${start}px)` }}
            >
              {record ? (
                <Line {...{ kind, index, record, fields, text, isOn, actions, lead }} />
              ) : (
                <>
                  <span className={classes.mark} />
                  <span className={classes.waiting} />
                </>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
