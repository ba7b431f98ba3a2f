import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWorkspace } from '../../app/me.ts';
import { type Condition, conditionFor, inPeriod } from './conditions.ts';
import type { Dimension } from './reports.ts';
import type { ReportSearch } from './search.ts';
import { useWords } from './use-words.ts';

/** Leads from a figure to the deals behind it. */
export function DealsLink({
  search,
  condition,
  children,
}: {
  search: ReportSearch;
  condition: Condition;
  children: ReactNode;
}) {
  const { defaultPipelineId } = useWorkspace();
  const filter = { pipelineId: search.pipelineId ?? defaultPipelineId, ...condition };
  return (
    <Anchor component={Link} to="/deals" search={{ filter } as never} inherit>
      {children}
    </Anchor>
  );
}

type Tasks = { value: string | null; count: number };
function TasksLink({ value, count, condition }: Tasks & { condition: Condition }) {
  const { number } = useWords();
  const filter = { ...condition, ...conditionFor('owner', value) };
  return (
    <Anchor component={Link} to="/tasks" search={{ filter } as never} inherit>
      {number(count)}
    </Anchor>
  );
}
/** How many tasks somebody did in the period, which leads to them. */
export const DoneCount = ({ search, ...of }: Tasks & { search: ReportSearch }) => (
  <TasksLink {...of} condition={{ status: 'done', completedAt: inPeriod(search) }} />
);
/** How many tasks of somebody are late, which leads to them: their day is over everywhere from noon (UTC) of the next one on. */
export function OverdueCount(of: Tasks) {
  const over = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);
  return <TasksLink {...of} condition={{ status: 'open', dueOn: { $lte: over } }} />;
}

/** How many deals of a value there are, which leads to them where a list can be asked for them. */
export function DealCount({
  search,
  dimension,
  of: { value, count },
  condition,
}: {
  search: ReportSearch;
  dimension: Dimension | undefined;
  of: { value: string | null; count: number };
  condition: Condition;
}) {
  const { number } = useWords();
  const own = conditionFor(dimension, value);
  if (!own) return number(count);
  return (
    <DealsLink search={search} condition={{ ...condition, ...own }}>
      {number(count)}
    </DealsLink>
  );
}

/** The same of those that were won in the period. */
export function WonCount({ won, value, ...of }: { won: number; value: string | null } & Asked) {
  const condition = { status: 'won', closedAt: inPeriod(of.search) };
  return <DealCount {...of} of={{ value, count: won }} condition={condition} />;
}
type Asked = { search: ReportSearch; dimension: Dimension | undefined };
