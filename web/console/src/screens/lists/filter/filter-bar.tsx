import type { ListedKind } from '../../../api/kinds.ts';
import { ColumnsMenu } from '../columns-menu.tsx';
import type { List } from '../use-list.ts';
import { useSourceError } from '../use-pages.ts';
import { ConditionBar } from './condition-bar.tsx';
import { SortMenu } from './sort-menu.tsx';

/** What the records of a kind are told apart by most often: whose, a state, a tag. */
const quick: Record<ListedKind, string[]> = {
  contact: ['ownerId', 'lifecycle', 'tags'],
  company: ['ownerId', 'tags'],
  deal: ['ownerId', 'status', 'stageId', 'tags'],
  task: ['ownerId', 'status', 'tags'],
  order: ['ownerId', 'status', 'tags'],
  product: ['ownerId', 'tags'],
  ticket: ['ownerId', 'status', 'priority', 'tags'],
};

/** Above the list: what it is filtered by, or the condition of its segment. */
export function FilterBar({ list }: { list: List }) {
  const { kind, fields, filter, setFilter, source, segment } = list;
  const error = useSourceError(source);
  return (
    <ConditionBar
      fields={fields}
      condition={segment ? segment.condition : filter}
      onChange={source.segmentId === undefined ? setFilter : undefined}
      error={error}
      quick={quick[kind]}
      beside={<SortMenu list={list} />}
    >
      <ColumnsMenu list={list} />
    </ConditionBar>
  );
}
