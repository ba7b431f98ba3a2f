import { Button } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { RapportError } from '../../../../../client/src/index.ts';
import type { FieldDef } from '../../../fields/field-def.ts';
import classes from '../list.module.css';
import { Chips } from './chips.tsx';
import { type Condition, type Group, parse, testAt, write } from './condition.ts';
import { filterDefs } from './defs.ts';
import { QuickFilters } from './quick-filters.tsx';

const FilterDrawer = lazy(() =>
  import('./filter-drawer.tsx').then(({ FilterDrawer: Drawer }) => ({ default: Drawer })),
);

function faultyIn(root: Group, error: unknown): ReadonlySet<number> {
  const errors = error instanceof RapportError ? error.errors : [];
  return new Set(errors.flatMap(({ pointer }) => testAt(root, pointer) ?? []));
}

type Props = {
  fields: readonly FieldDef[];
  condition: Condition | undefined;
  /** Nothing where the condition is only shown. */
  onChange: ((condition: Condition | undefined) => void) | undefined;
  /** Why it could not be asked. */
  error: unknown;
  /** The fields that a tap asks for. */
  quick: readonly string[];
  /** What stands behind the button. */
  beside?: ReactNode;
  /** What stands at the end. */
  children?: ReactNode;
};
/** A condition in one line: what is asked for, and how that is changed. */
export function ConditionBar({ fields, condition, onChange, error, quick, beside, children }: Props) {
  const t = useTranslations('lists');
  const [isOpen, setOpen] = useState(false);
  const defs = useMemo(() => filterDefs(fields), [fields]);
  const root = useMemo(() => parse(condition), [condition]);
  const faulty = faultyIn(root, error);
  const without = (id: number) => ({ ...root, parts: root.parts.filter((part) => part.id !== id) });
  const open = () => setOpen(onChange !== undefined);
  return (
    <div className={classes.bar}>
      {onChange && (
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
          {beside}
          <QuickFilters fields={quick} root={root} defs={defs} onChange={(next) => onChange(write(next))} />
        </>
      )}
      {condition && (
        <Chips
          root={root}
          defs={defs}
          faulty={faulty}
          onOpen={open}
          onRemove={onChange && (({ id }) => onChange(id === root.id ? undefined : write(without(id))))}
        />
      )}
      {children}
      {isOpen && onChange && (
        <Suspense>
          <FilterDrawer
            filter={condition}
            defs={defs}
            error={error}
            onChange={onChange}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
