import { TagsInput, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { Pipeline } from '../../../../../client/src/index.ts';
import { api } from '../../../api/client.ts';
import { pipelinesQuery } from '../../../api/workspace.ts';
import { useMay, useWorkspace } from '../../../app/me.ts';
import { useToast } from '../../../parts/toast.tsx';
import { Danger, DangerZone } from '../parts/danger.tsx';
import type { Saved } from '../parts/draft.ts';
import { PageForm } from '../parts/page-form.tsx';
import { useForm } from '../parts/use-form.ts';
import { useListed } from '../parts/use-listed.ts';
import { patchOf } from './stages.ts';
import { StagesEditor } from './stages-editor.tsx';

type Values = Pick<Pipeline, 'name' | 'stages' | 'lossReasons' | 'winReasons'>;
const savedOf = ({ version, name, stages, lossReasons, winReasons }: Pipeline): Saved<Values> => ({
  version,
  values: { name, stages, lossReasons, winReasons },
});

/** A pipeline: its name, its stages in their order, and why deals end. */
export function PipelinePage({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations('settings.pipelines');
  const pipelines = useListed<Pipeline>(pipelinesQuery.queryKey);
  const toast = useToast();
  const isReadOnly = !useMay()('pipelines:write');
  const path = { pipelineId: pipeline.id };
  const form = useForm<Values, Pipeline>({
    saved: savedOf(pipeline),
    write: ({ changes, options }) =>
      api().patchPipeline({ path, body: patchOf(changes, pipeline.stages) }, options),
    read: async () => savedOf(await api().getPipeline({ path })),
    done: (saved) => {
      form.reset(savedOf(saved));
      pipelines.put(saved);
      toast.done({ message: t('saved', { name: saved.name }) });
    },
  });
  const { values, set, faultOf } = form;
  const reasons = (name: 'lossReasons' | 'winReasons') => ({
    label: t(name),
    description: t(`${name}Why`),
    value: values[name],
    onChange: (given: string[]) => set(name, given),
    error: faultOf(name),
    disabled: isReadOnly,
    maxTags: 30,
    maw: 640,
  });
  const labels = {
    name: t('name'),
    stages: t('stages'),
    lossReasons: t('lossReasons'),
    winReasons: t('winReasons'),
  };
  return (
    <>
      <PageForm form={form} labels={labels}>
        <TextInput
          label={t('name')}
          value={values.name}
          onChange={({ currentTarget }) => set('name', currentTarget.value)}
          error={faultOf('name')}
          disabled={isReadOnly}
          maw={420}
        />
        <StagesEditor
          stages={values.stages}
          onChange={(stages) => set('stages', stages)}
          error={faultOf('stages')}
          isReadOnly={isReadOnly}
        />
        <TagsInput {...reasons('lossReasons')} />
        <TagsInput {...reasons('winReasons')} />
      </PageForm>
      {!isReadOnly && <PipelineDanger pipeline={pipeline} />}
    </>
  );
}

function PipelineDanger({ pipeline: { id, name } }: { pipeline: Pipeline }) {
  const t = useTranslations('settings.pipelines');
  const common = useTranslations('common');
  const pipelines = useListed<Pipeline>(pipelinesQuery.queryKey);
  const navigate = useNavigate();
  const { defaultPipelineId } = useWorkspace();
  if (id === defaultPipelineId) return null;
  return (
    <DangerZone title={t('danger')}>
      <Danger
        about={t('deleteWhy')}
        title={t('deleteTitle', { name })}
        action={common('delete')}
        why={t('deleteMore')}
        run={() => api().deletePipeline({ path: { pipelineId: id } })}
        done={async () => {
          await navigate({ to: '/settings/$part', params: { part: 'pipelines' }, search: {} });
          pipelines.remove(id);
        }}
      />
    </DangerZone>
  );
}
