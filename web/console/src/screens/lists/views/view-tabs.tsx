import { UnstyledButton } from '@mantine/core';
import { IconChartPie, IconTrash, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { permissionFor } from '../../../api/kinds.ts';
import { useMay } from '../../../app/me.ts';
import classes from '../list.module.css';
import type { List } from '../use-list.ts';
import { ViewActions } from './view-actions.tsx';

function Tab({ isOn, onClick, children }: { isOn: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <UnstyledButton
      className={classes.tab}
      data-on={isOn || undefined}
      aria-current={isOn ? 'page' : undefined}
      onClick={onClick}
    >
      {children}
    </UnstyledButton>
  );
}

/** The ways in which this list was kept: all of it, views, segments, and what was deleted. */
export function ViewTabs({ list }: { list: List }) {
  const t = useTranslations('lists');
  const may = useMay();
  const { kind, go, search, views, segments, isChanged } = list;
  const isAll = !search.view && !search.segment && !search.trash;
  return (
    <nav className={classes.tabs} aria-label={t('views')}>
      <Tab isOn={isAll} onClick={() => go({}, false)}>
        {t('all')}
      </Tab>
      {views.data?.map(({ id, name, visibility }) => (
        <Tab key={id} isOn={search.view === id} onClick={() => go({ view: id }, false)}>
          {visibility === 'shared' && <IconUsers size={14} role="img" aria-label={t('shared')} />}
          {name}
          {search.view === id && isChanged && (
            <span role="img" aria-label={t('changed')}>
              •
            </span>
          )}
        </Tab>
      ))}
      {segments.data?.map(({ id, name }) => (
        <Tab key={id} isOn={search.segment === id} onClick={() => go({ segment: id }, false)}>
          <IconChartPie size={14} role="img" aria-label={t('segment')} />
          {name}
        </Tab>
      ))}
      {may(permissionFor(kind, 'delete')) && (
        <Tab isOn={search.trash === true} onClick={() => go({ trash: true }, false)}>
          <IconTrash size={14} aria-hidden />
          {t('trash')}
        </Tab>
      )}
      {!search.trash && <ViewActions list={list} />}
    </nav>
  );
}
