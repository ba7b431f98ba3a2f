import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { type AnyRecord, plurals } from '../../api/kinds.ts';
import { keys } from '../../api/records.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import { Answering } from '../outlook/answering.tsx';
import { BulkBar } from './bulk/bulk-bar.tsx';
import type { Column } from './columns.ts';
import classes from './list.module.css';
import { ListEmpty } from './list-empty.tsx';
import { ListProblem } from './list-problem.tsx';
import { type Selecting, useSelection } from './selection.ts';
import { useRowKeyNames } from './shortcuts.ts';
import { Lines } from './table/lines.tsx';
import { Table } from './table/table.tsx';
import { TaskTick } from './table/task-tick.tsx';
import { type Grid, useGrid } from './table/use-grid.ts';
import { type RowActions, usePageKeys } from './table/use-row-keys.ts';
import type { List } from './use-list.ts';
import type { Pages } from './use-pages.ts';
import { storeWalk } from './walk-order.ts';

const rowHeight = 40;
const lineHeight = 64;
/** Records on either side of the one that is opened, to which j and k go on its page. */
const walked = 500;

/** Opens the record of a row, so that its page shows at once what is known and knows its neighbours. */
function useOpen(list: List, grid: Grid) {
  const navigate = useNavigate();
  const client = useQueryClient();
  const { kind } = list;
  return (index: number) => {
    const record = grid.pages.recordAt(index);
    if (!record) return;
    const { ids, at } = grid.pages.around(index, walked);
    storeWalk(kind, ids, at);
    if (!client.getQueryData(keys.record(kind, record.id)))
      client.setQueryData(keys.record(kind, record.id), record);
    void navigate({ to: `/${plurals[kind]}/${record.id}` });
  };
}

function ListFoot({ pages: { count, isWhole } }: { pages: Pages }) {
  const t = useTranslations('lists');
  return <div className={classes.foot}>{t(isWhole ? 'known' : 'knownMore', { count })}</div>;
}

/** What keys and clicks do to the rows. */
function useActions(
  list: List,
  grid: Grid,
  selecting: Selecting,
  box: RefObject<HTMLElement | null>,
): RowActions {
  const open = useOpen(list, grid);
  const { pages, cursor, setCursor, virtualizer } = grid;
  const withRecord = (act: (index: number, record: AnyRecord) => unknown) => (index: number) => {
    const record = pages.recordAt(index);
    if (record) act(index, record);
  };
  const focus = (to: number) => {
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${to}"]`);
    row?.focus({ preventScroll: true });
    return row !== null && row !== undefined;
  };
  const move = (to: number) => {
    setCursor(to);
    virtualizer.scrollToIndex(to);
    // A row that is far away is on the page a moment later.
    if (!focus(to)) requestAnimationFrame(() => focus(to));
  };
  return {
    count: pages.count,
    cursor,
    move,
    open,
    toggle: withRecord(selecting.toggle),
    extend: withRecord(selecting.extend),
    selectAll: selecting.all,
    clear: selecting.clear,
    why: (index) => {
      const mark = box.current?.querySelector<HTMLElement>(`[data-index="${index}"] [data-why]`);
      mark?.scrollIntoView({ block: 'nearest', inline: 'center' });
      mark?.click();
    },
  };
}

/** The columns with one of them made wider; the title's is there once somebody has. */
function resized(columns: Column[], field: string, width: number): Column[] {
  const isThere = columns.some((column) => column.field === field);
  if (!isThere) return [{ field, width }, ...columns];
  return columns.map((column) => (column.field === field ? { ...column, width } : column));
}

const taskTick = { lead: (task: AnyRecord) => <TaskTick task={task} /> };

type ShownProps = {
  list: List;
  grid: Grid;
  box: RefObject<HTMLDivElement | null>;
  selecting: Selecting;
  isPhone: boolean;
};

function Shown({ list, grid, box, selecting, isPhone }: ShownProps) {
  const { kind, source, columns, setColumns, byName, setSort } = list;
  const actions = useActions(list, grid, selecting, box);
  usePageKeys(actions);
  useRowKeyNames(kind);
  const shared = { kind, grid, box, selecting, actions, ...(kind === 'task' && taskTick) };
  if (isPhone) return <Lines {...shared} byName={byName} />;
  const sorting = {
    sort: source.sort,
    direction: source.direction,
    onSort: source.segmentId ? undefined : setSort,
  };
  return (
    <Table
      {...shared}
      columns={columns}
      fields={byName}
      onResize={(field, width) => setColumns(resized(columns, field, width))}
      sorting={sorting}
    />
  );
}

/** The records themselves. Use it under a key that changes with the source. */
export function ListBody({ list }: { list: List }) {
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const box = useRef<HTMLDivElement>(null);
  const grid = useGrid(list.source, box, isPhone ? lineHeight : rowHeight);
  const { pages } = grid;
  const selecting = useSelection(pages.between);
  const isFailed = pages.error !== undefined && pages.error !== null;
  if (pages.isWhole && pages.count === 0) return <ListEmpty list={list} />;
  if (isFailed && pages.count === 0)
    return <ListProblem list={list} error={pages.error} again={pages.again} />;
  return (
    <div className={classes.body}>
      <Answering>
        <Shown list={list} grid={grid} box={box} selecting={selecting} isPhone={isPhone} />
      </Answering>
      {isFailed && <ProblemBox error={pages.error} again={pages.again} />}
      <ListFoot pages={pages} />
      <BulkBar list={list} selecting={selecting} pages={pages} />
    </div>
  );
}
