import { Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Workspace } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { pipelinesQuery, workspaceQuery } from '../../../api/workspace.ts';
import { useMay } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import type { Saved } from '../parts/draft.ts';
import { PageForm } from '../parts/page-form.tsx';
import { useForm } from '../parts/use-form.ts';
import { countriesIn, currenciesIn, timeZones } from './places.ts';
import { type ReportFields, ReportFieldsChoice, reportFieldsOf } from './report-fields.tsx';

type Values = Pick<
  Workspace,
  'name' | 'currency' | 'country' | 'timeZone' | 'defaultPipelineId' | 'undeclaredFields'
> & { reportFields: ReportFields };
const savedOf = (workspace: Workspace): Saved<Values> => {
  const { version, name, currency, country, timeZone, defaultPipelineId, undeclaredFields } = workspace;
  const reportFields = reportFieldsOf(workspace);
  return {
    version,
    values: { name, currency, country, timeZone, defaultPipelineId, undeclaredFields, reportFields },
  };
};

function useWorkspaceForm(workspace: Workspace) {
  const t = useTranslations('settings.workspace');
  const client = useQueryClient();
  const toast = useToast();
  const form = useForm<Values, Workspace>({
    saved: savedOf(workspace),
    write: ({ changes, options }) => api().patchWorkspace({ body: changes }, options),
    read: async () => savedOf(await api().getWorkspace()),
    done: (saved) => {
      client.setQueryData(workspaceQuery.queryKey, saved);
      form.reset(savedOf(saved));
      toast.done({ message: t('saved') });
    },
  });
  return form;
}

/** What holds for the whole workspace. */
export function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const t = useTranslations('settings.workspace');
  const locale = useLocale();
  const may = useMay();
  const form = useWorkspaceForm(workspace);
  const { data: pipelines = [] } = useQuery({ ...pipelinesQuery, enabled: may('pipelines:read') });
  const { values, set } = form;
  const currencies = useMemo(() => currenciesIn(locale), [locale]);
  const countries = useMemo(() => countriesIn(locale), [locale]);
  const zones = useMemo(timeZones, []);
  const isReadOnly = !may('workspaces:write');
  const common = { searchable: true, allowDeselect: false, disabled: isReadOnly, maw: 420 } as const;
  const choice = (name: 'currency' | 'country' | 'timeZone' | 'defaultPipelineId') => ({
    ...common,
    label: t(name),
    description: t(`${name}Why`),
    value: values[name],
    error: form.faultOf(name),
    onChange: (value: string | null) => value && set(name, value),
  });
  const labels = {
    name: t('name'),
    currency: t('currency'),
    country: t('country'),
    timeZone: t('timeZone'),
    defaultPipelineId: t('defaultPipelineId'),
    undeclaredFields: t('undeclaredFields'),
    reportFields: t('reportFields.title'),
  };
  const wordsOf = (value: unknown) =>
    Object.values(value as ReportFields)
      .map((key) => key ?? '–')
      .join(', ');
  return (
    <PageForm form={form} labels={labels} words={{ reportFields: wordsOf }}>
      <TextInput
        label={t('name')}
        value={values.name}
        onChange={({ currentTarget }) => set('name', currentTarget.value)}
        error={form.faultOf('name')}
        disabled={isReadOnly}
        maw={420}
      />
      <Select {...choice('currency')} data={currencies} limit={60} />
      <Select {...choice('country')} data={countries} />
      <Select {...choice('timeZone')} data={zones} limit={60} />
      <Select
        {...choice('defaultPipelineId')}
        data={pipelines.map(({ id: value, name: label }) => ({ value, label }))}
      />
      <Switch
        label={t('undeclaredFields')}
        description={t('undeclaredFieldsWhy')}
        checked={values.undeclaredFields === 'accept'}
        onChange={({ currentTarget }) => set('undeclaredFields', currentTarget.checked ? 'accept' : 'refuse')}
        disabled={isReadOnly}
        maw={560}
      />
      <Stack gap={4} maw={560}>
        <Text fw={500}>{t('folding')}</Text>
        <Text c="var(--rapport-quiet)" size="sm">
          {t('foldingWhy', {
            plusTag: String(workspace.emailFolding.plusTag),
            gmailDots: String(workspace.emailFolding.gmailDots),
          })}
        </Text>
      </Stack>
      <ReportFieldsChoice
        value={values.reportFields}
        onChange={(next) => set('reportFields', next)}
        error={form.error}
        isReadOnly={isReadOnly}
      />
    </PageForm>
  );
}
