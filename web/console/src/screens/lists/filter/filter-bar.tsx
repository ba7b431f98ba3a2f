import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../../client/src/index.ts';
import { ColumnsMenu } from '../columns-menu.tsx';
import classes from '../list.module.css';
import type { List } from '../use-list.ts';
import { useSourceError } from '../use-pages.ts';
import { Chips } from './chips.tsx';
import { parse, testAt, write } from './condition.ts';
import { filterDefs } from './defs.ts';
import { QuickFilters } from './quick-filters.tsx';
import { SortMenu } from './sort-menu.tsx';

const FilterDrawer = lazy(() =>
  import('./filter-drawer.tsx').then(({ FilterDrawer: Drawer }) => ({ default: Drawer })),
);

function useFaulty(root: ReturnType<typeof parse>, error: unknown): ReadonlySet<number> {
  const errors = error instanceof RapportError ? error.errors : [];
  return new Set(errors.flatMap(({ pointer }) => testAt(root, pointer) ?? []));
}

/** Above the list: what it is filtered by, and how that is changed. */
export function FilterBar({ list }: { list: List }) {
  const t = useTranslations('lists');
  const { kind, fields, filter, setFilter, source, segment } = list;
  const [isOpen, setOpen] = useState(false);
  const defs = useMemo(() => filterDefs(fields), [fields]);
  const shown = segment ? segment.condition : filter;
  const root = useMemo(() => parse(shown), [shown]);
  const error = useSourceError(source);
  const faulty = useFaulty(root, error);
  const isSegment = source.segmentId !== undefined;
  const set = (next: typeof root) => setFilter(write(next));
  const open = () => (isSegment ? undefined : setOpen(true));
  const without = (id: number) => ({ ...root, parts: root.parts.filter((part) => part.id !== id) });
  return (
    <div className={classes.bar}>
      {!isSegment && (
        <>
          <Button
            size="compact-sm"
            fw={500}
            mih={{ base: 44, sm: 30 }}
            variant="default"
            leftSection={<IconFilter size={14} aria-hidden />}
            onClick={open}
          >
            {t('filter')}
          </Button>
          <SortMenu list={list} />
          <QuickFilters kind={kind} root={root} defs={defs} onChange={set} />
        </>
      )}
      {shown && (
        <Chips
          root={root}
          defs={defs}
          faulty={faulty}
          onOpen={open}
          onRemove={
            isSegment
              ? undefined
              : (part) => (part.id === root.id ? setFilter(undefined) : set(without(part.id)))
          }
        />
      )}
      <ColumnsMenu list={list} />
      {isOpen && (
        <Suspense>
          <FilterDrawer
            filter={filter}
            defs={defs}
            error={error}
            onChange={setFilter}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
