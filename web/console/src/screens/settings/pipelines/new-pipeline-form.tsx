import { Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { NewPipeline, Pipeline } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { pipelinesQuery } from '../../../api/workspace.ts';
import { FormFrame } from '../parts/form-frame.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';

/** A new pipeline begins with one simple process, which its page then changes. */
export function NewPipelineForm({ done }: { done: () => void }) {
  const t = useTranslations('settings.pipelines');
  const pipelines = useListed<Pipeline>(pipelinesQuery.queryKey);
  const navigate = useNavigate();
  const stages: NewPipeline['stages'] = [
    { id: 'new', name: t('first.new'), probability: 0.1, idleDays: 3 },
    { id: 'contacted', name: t('first.contacted'), probability: 0.3, idleDays: 7 },
    { id: 'proposal', name: t('first.proposal'), probability: 0.6, idleDays: 10 },
    { id: 'won', name: t('first.won'), kind: 'won', probability: 1 },
    { id: 'lost', name: t('first.lost'), kind: 'lost', probability: 0 },
  ];
  const form = useForm<{ name: string }, Pipeline>({
    saved: { values: { name: '' } },
    write: ({ values: { name }, options }) => api().createPipeline({ body: { name, stages } }, options),
    done: async (made) => {
      pipelines.put(made);
      done();
      await navigate({ to: '/settings/$part', params: { part: 'pipelines' }, search: { pipeline: made.id } });
    },
  });
  return (
    <FormFrame form={form} submit={t('make')} canSend={form.values.name.trim() !== ''}>
      <TextInput
        label={t('name')}
        value={form.values.name}
        onChange={({ currentTarget }) => form.set('name', currentTarget.value)}
        error={form.faultOf('name')}
        data-autofocus
      />
      <Text c="var(--rapport-quiet)">
        {t('begins', { stages: stages.map(({ name }) => name).join(' → ') })}
      </Text>
    </FormFrame>
  );
}
