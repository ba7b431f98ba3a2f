import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMay } from '../../../app/me.ts';
import { Empty } from '../../../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { SettingsPart } from '../parts/settings-part.tsx';
import { SideDrawer } from '../parts/side.tsx';
import { type Column, RowName, SettingsTable } from '../parts/table.tsx';
import { FormPage } from './form-page.tsx';
import type { WebForm } from './form-values.ts';
import { NewForm } from './new-form.tsx';
import { formsQuery } from './queries.ts';

/** Forms for pages of one's own, whose posts become leads. */
export function FormsPart() {
  const t = useTranslations('settings.forms');
  const may = useMay();
  const navigate = useNavigate();
  const { form: chosen } = useSearch({ strict: false }) as { form?: string };
  const forms = useQuery(formsQuery);
  const [isMaking, { open, close }] = useDisclosure();
  const one = forms.data?.find(({ id }) => id === chosen);
  const go = (form?: string) =>
    void navigate({ to: '/settings/$part', params: { part: 'forms' }, search: form ? { form } : {} });
  const add = may('forms:write') && !one && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('add')}
    </Button>
  );
  return (
    <SettingsPart id="forms" actions={add} {...(one && { one: one.name })}>
      <Loaded query={forms}>
        {(all) => {
          if (one) return <FormPage key={one.id} webForm={one} onDeleted={() => go()} />;
          if (all.length > 0) return <FormsTable forms={all} />;
          return (
            <Empty icon={IconForms} title={t('none')}>
              {t('noneWhy')}
            </Empty>
          );
        }}
      </Loaded>
      <SideDrawer title={t('add')} opened={isMaking} onClose={close}>
        <NewForm
          done={({ id }) => {
            close();
            go(id);
          }}
        />
      </SideDrawer>
    </SettingsPart>
  );
}

function FormsTable({ forms }: { forms: WebForm[] }) {
  const t = useTranslations('settings.forms');
  const asks = ({ fields }: WebForm) => fields.map(({ label }) => label).join(', ');
  const columns: Column<WebForm>[] = [
    {
      key: 'name',
      label: t('name'),
      cell: (form) => (
        <RowName link={{ part: 'forms', search: { form: form.id } }} narrow={asks(form)}>
          {form.name}
        </RowName>
      ),
    },
    { key: 'fields', label: t('fields'), isWide: true, cell: asks },
    { key: 'status', label: t('status'), cell: ({ status }) => t(`statuses.${status}`) },
  ];
  return <SettingsTable label={t('title')} columns={columns} rows={forms} keyOf={({ id }) => id} />;
}
