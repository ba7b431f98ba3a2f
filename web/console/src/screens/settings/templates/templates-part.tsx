import { Button } from '@mantine/core';
import { IconMail, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Template } from '../../../../../client/src/index.ts';
import { useMay } from '../../../app/me.ts';
import { Empty } from '../../../parts/empty.tsx';
import { templatesQuery } from '../forms/queries.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { TemplateForm } from './template-form.tsx';

/** Mails with blanks. */
export function TemplatesPart() {
  const t = useTranslations('settings.templates');
  const may = useMay();
  const templates = useQuery(templatesQuery);
  const one = useOpened<Template | undefined>();
  const add = may('templates:write') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => one.open(undefined)}>
      {t('add')}
    </Button>
  );
  const columns: Column<Template>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: (template) => (
        <RowName onOpen={() => one.open(template)} narrow={template.subject}>
          {template.name}
        </RowName>
      ),
    },
    { key: 'subject', label: t('subject'), isWide: true, cell: ({ subject }) => subject },
    { key: 'kind', label: t('kind'), cell: ({ marketing }) => t(marketing ? 'advertising' : 'answer') },
  ];
  return (
    <SettingsPart id="templates" actions={add}>
      <Loaded query={templates}>
        {(all) =>
          all.length > 0 ? (
            <SettingsTable label={t('title')} columns={columns} rows={all} keyOf={({ id }) => id} />
          ) : (
            <Empty icon={IconMail} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          )
        }
      </Loaded>
      <SideDrawer title={one.shown?.name ?? t('add')} opened={one.isOpen} onClose={one.close}>
        <TemplateForm key={one.shown?.id ?? 'new'} template={one.shown} done={one.close} />
      </SideDrawer>
    </SettingsPart>
  );
}
