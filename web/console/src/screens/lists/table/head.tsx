import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usualDirection } from '../columns.ts';
import { Grip } from './grip.tsx';
import classes from './table.module.css';

export type Sorting = {
  sort: string | undefined;
  direction: 'asc' | 'desc' | undefined;
  /** Nothing where the list has one order, like a segment's. */
  onSort: ((sort?: string, direction?: 'asc' | 'desc') => void) | undefined;
};
type Props = {
  label: string;
  sort: string | undefined;
  sorting: Sorting;
  onResize: (width: number, isDone: boolean) => void;
  isTitle?: boolean;
};

const other = { asc: 'desc', desc: 'asc' } as const;
const said = { asc: 'ascending', desc: 'descending' } as const;

/** The usual way, the other way, and no longer by this. */
function following({ sort, direction }: Sorting, name: string): [sort?: string, direction?: 'asc' | 'desc'] {
  const usual = usualDirection(name);
  if (sort !== name) return [name, usual];
  if ((direction ?? usual) === usual) return [name, other[usual]];
  return [];
}

function Name({ label, sort, sorting }: Pick<Props, 'label' | 'sort' | 'sorting'>): ReactNode {
  if (!sort || !sorting.onSort)
    return (
      <div className={classes.name}>
        <span>{label}</span>
      </div>
    );
  const isOn = sorting.sort === sort;
  const Arrow = (sorting.direction ?? usualDirection(sort)) === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <UnstyledButton
      className={classes.sort}
      data-on={isOn || undefined}
      onClick={() => sorting.onSort?.(...following(sorting, sort))}
    >
      <span>{label}</span>
      {isOn && <Arrow size={14} aria-hidden />}
    </UnstyledButton>
  );
}

/** The head of a column: its name, by which the list can be sorted where the API has that order, and its width. */
export function HeadCell({ label, sort, sorting, onResize, isTitle = false }: Props) {
  const t = useTranslations('lists');
  const isOn = sort !== undefined && sorting.sort === sort;
  const order = isOn ? said[sorting.direction ?? usualDirection(sort)] : sort && 'none';
  return (
    <th
      scope="col"
      className={isTitle ? classes.headTitle : classes.headCell}
      {...(order && { 'aria-sort': order })}
    >
      <Name label={label} sort={sort} sorting={sorting} />
      <Grip label={t('width', { label })} onResize={onResize} />
    </th>
  );
}
