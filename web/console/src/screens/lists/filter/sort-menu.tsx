import { Button, Menu } from '@mantine/core';
import { IconArrowsSort, IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { titleSort } from '../columns.ts';
import classes from '../list.module.css';
import type { List } from '../use-list.ts';

/** The orders of the list, where there are no heads of columns to sort by. */
export function SortMenu({ list }: { list: List }) {
  const t = useTranslations('lists');
  const { kind, fields, source, setSort } = list;
  const byTitle = titleSort(kind);
  const sorts = fields.flatMap(({ sort, label }) => (sort && sort !== byTitle ? [{ sort, label }] : []));
  const all = [...(byTitle ? [{ sort: byTitle, label: t('title') }] : []), ...sorts];
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button
          className={classes.onPhone}
          size="compact-sm"
          fw={500}
          mih={44}
          variant={source.sort ? 'light' : 'default'}
          leftSection={<IconArrowsSort size={14} aria-hidden />}
        >
          {t('sort')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map(({ sort, label }) => (
          <Menu.Item
            key={sort}
            role="menuitemradio"
            aria-checked={source.sort === sort}
            mih={44}
            leftSection={
              <IconCheck size={16} aria-hidden style={{ opacity: source.sort === sort ? 1 : 0 }} />
            }
            onClick={() => setSort(source.sort === sort ? undefined : sort)}
          >
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
