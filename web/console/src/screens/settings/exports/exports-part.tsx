import { Stack, Title } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useMay } from '../../../app/me.ts';
import { Empty } from '../../../parts/empty.tsx';
import { More } from '../../../parts/more.tsx';
import { exportsQuery } from '../../exports/queries.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { ExportsTable } from './exports-table.tsx';
import { NewExportButton } from './new-export-button.tsx';
import { WorkspaceArchive } from './workspace-archive.tsx';

/** What one had written into files, and for administrators the whole workspace as one. */
export function ExportsPart() {
  const t = useTranslations('settings.exports');
  const may = useMay();
  const pages = useInfiniteQuery(exportsQuery);
  return (
    <SettingsPart id="exports" actions={<NewExportButton />}>
      <Stack gap="xl">
        <section>
          <Title order={2} mb="xs">
            {t('mine')}
          </Title>
          <Loaded query={pages}>
            {({ pages: all }) => {
              const rows = all.flatMap(({ items }) => items);
              if (rows.length > 0) return <ExportsTable exports={rows} />;
              return (
                <Empty icon={IconFileExport} title={t('none')}>
                  {t('noneWhy')}
                </Empty>
              );
            }}
          </Loaded>
          <More pages={pages} />
        </section>
        {may('workspaces:write') && <WorkspaceArchive />}
      </Stack>
    </SettingsPart>
  );
}
