import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Pipeline } from '../../../../../client/src/index.ts';
import { pipelinesQuery } from '../../../api/workspace.ts';
import { useMay, useWorkspace } from '../../../app/me.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { NewPipelineForm } from './new-pipeline-form.tsx';
import { PipelinePage } from './pipeline-page.tsx';

/** The pipelines, and one of them with its stages. */
export function PipelinesPart() {
  const t = useTranslations('settings.pipelines');
  const may = useMay();
  const { pipeline: chosen } = useSearch({ strict: false }) as { pipeline?: string };
  const pipelines = useQuery(pipelinesQuery);
  const [isMaking, { open, close }] = useDisclosure();
  const one = pipelines.data?.find(({ id }) => id === chosen);
  const add = may('pipelines:write') && !one && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <SettingsPart id="pipelines" actions={add} {...(one && { one: one.name })}>
      <Loaded query={pipelines}>
        {(all) => (one ? <PipelinePage key={one.id} pipeline={one} /> : <PipelinesTable pipelines={all} />)}
      </Loaded>
      <SideDrawer title={t('add')} opened={isMaking} onClose={close}>
        <NewPipelineForm done={close} />
      </SideDrawer>
    </SettingsPart>
  );
}

function PipelinesTable({ pipelines }: { pipelines: Pipeline[] }) {
  const t = useTranslations('settings.pipelines');
  const { defaultPipelineId } = useWorkspace();
  const columns: Column<Pipeline>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: ({ id, name }) => (
        <RowName
          link={{ part: 'pipelines', search: { pipeline: id } }}
          below={id === defaultPipelineId && t('isDefault')}
        >
          {name}
        </RowName>
      ),
    },
    {
      key: 'stages',
      label: t('stages'),
      isWide: true,
      cell: ({ stages }) => stages.map(({ name }) => name).join(' → '),
    },
    { key: 'count', label: t('count'), isNumber: true, cell: ({ stages }) => stages.length },
  ];
  return <SettingsTable label={t('title')} columns={columns} rows={pipelines} keyOf={({ id }) => id} />;
}
