import { IconMail, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Template } from '../../../../../client/src/index.ts';
import { useMay } from '../../../app/me.ts';
import { Empty } from '../../../parts/empty.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { templatesQuery } from '../forms/queries.ts';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { TemplatePage } from './template-page.tsx';

const isNew = 'new';
const here = { to: '/settings/$part', params: { part: 'templates' } } as const;

/** Mails with blanks, and one of them. */
export function TemplatesPart() {
  const t = useTranslations('settings.templates');
  const may = useMay();
  const navigate = useNavigate();
  const { template: chosen } = useSearch({ strict: false }) as { template?: string };
  const templates = useQuery(templatesQuery);
  const one = templates.data?.find(({ id }) => id === chosen);
  const isMaking = chosen === isNew && may('templates:write');
  const go = (template?: string) => void navigate({ ...here, search: template ? { template } : {} });
  const add = may('templates:write') && !one && !isMaking && (
    <LinkButton {...here} search={{ template: isNew }} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('add')}
    </LinkButton>
  );
  const title = one?.name ?? (isMaking ? t('add') : undefined);
  return (
    <SettingsPart id="templates" actions={add} {...(title && { one: title })}>
      <Loaded query={templates}>
        {(all) => {
          if (one || isMaking)
            return <TemplatePage key={one?.id ?? isNew} template={one} onMade={go} onDeleted={() => go()} />;
          if (all.length > 0) return <TemplatesTable templates={all} />;
          return (
            <Empty icon={IconMail} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          );
        }}
      </Loaded>
    </SettingsPart>
  );
}

function TemplatesTable({ templates }: { templates: Template[] }) {
  const t = useTranslations('settings.templates');
  const columns: Column<Template>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: ({ id, name, subject }) => (
        <RowName link={{ part: 'templates', search: { template: id } }} narrow={subject}>
          {name}
        </RowName>
      ),
    },
    { key: 'subject', label: t('subject'), isWide: true, cell: ({ subject }) => subject },
    { key: 'kind', label: t('kind'), cell: ({ marketing }) => t(marketing ? 'advertising' : 'answer') },
  ];
  return <SettingsTable label={t('title')} columns={columns} rows={templates} keyOf={({ id }) => id} />;
}
