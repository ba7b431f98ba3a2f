import { Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { AuditEntry } from '../../../../../client/src/index.ts';
import { Empty } from '../../../parts/empty.tsx';
import { useFormats } from '../../../parts/format.ts';
import { More } from '../../../parts/more.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditSearch, auditQuery, readSearch } from './audit-search.ts';
import { AuditSide } from './audit-side.tsx';
import { AuditTable } from './audit-table.tsx';

/** Who did what, when and from where. */
export function AuditPart() {
  const t = useTranslations('settings.audit');
  const navigate = useNavigate();
  const search = readSearch(useSearch({ strict: false }));
  const { timeZone } = useFormats();
  const pages = useInfiniteQuery(auditQuery(search, timeZone));
  const one = useOpened<AuditEntry>();
  const go = (next: AuditSearch) =>
    navigate({ to: '/settings/$part', params: { part: 'audit' }, search: next, replace: true });
  return (
    <SettingsPart id="audit">
      <AuditFilters search={search} onChange={(next) => void go(next)} />
      <Loaded query={pages}>
        {({ pages: all }) => {
          const entries = all.flatMap(({ items }) => items);
          if (entries.length > 0) return <AuditTable entries={entries} onOpen={one.open} />;
          if (pages.hasNextPage) return <Text c="var(--rapport-quiet)">{t('noneYet')}</Text>;
          return (
            <Empty icon={IconHistory} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          );
        }}
      </Loaded>
      <More pages={pages} />
      <SideDrawer title={t('lineTitle')} opened={one.isOpen} onClose={one.close}>
        {one.shown && <AuditSide entry={one.shown} />}
      </SideDrawer>
    </SettingsPart>
  );
}
