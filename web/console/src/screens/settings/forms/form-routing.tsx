import { MultiSelect, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { pipelinesQuery } from '../../../api/workspace.ts';
import { usePeopleChoices } from '../teams/choices.ts';
import type { Values } from './form-values.ts';
import { templatesQuery } from './queries.ts';

type Form = {
  values: Values;
  set<K extends keyof Values>(name: K, value: Values[K]): void;
  faultOf(name: keyof Values & string): string | undefined;
};
type Props = { form: Form; isReadOnly: boolean };

/** Whose the lead is, and the deal that is opened for it. */
export function Routing({ form: { values, set, faultOf }, isReadOnly: disabled }: Props) {
  const t = useTranslations('settings.forms');
  const people = usePeopleChoices(values.ownerIds);
  const { data: pipelines = [] } = useQuery(pipelinesQuery);
  const stages = pipelines.find(({ id }) => id === values.pipelineId)?.stages ?? [];
  return (
    <>
      <MultiSelect
        label={t('owners')}
        description={t('ownersWhy')}
        data={people}
        value={values.ownerIds}
        onChange={(ids) => set('ownerIds', ids)}
        searchable
        hidePickedOptions
        disabled={disabled}
      />
      <TagsInput
        label={t('tags')}
        value={values.tags}
        onChange={(tags) => set('tags', tags)}
        error={faultOf('tags')}
        disabled={disabled}
      />
      <Switch
        label={t('opensDeal')}
        checked={values.opensDeal}
        onChange={({ currentTarget }) => set('opensDeal', currentTarget.checked)}
        disabled={disabled}
      />
      {values.opensDeal && (
        <Select
          label={t('pipeline')}
          placeholder={t('defaultPipeline')}
          data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.pipelineId}
          onChange={(id) => {
            set('pipelineId', id);
            set('stageId', null);
          }}
          clearable
          disabled={disabled}
        />
      )}
      {values.opensDeal && stages.length > 0 && (
        <Select
          label={t('stage')}
          placeholder={t('firstStage')}
          data={stages
            .filter(({ kind }) => kind === 'open')
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={values.stageId}
          onChange={(id) => set('stageId', id)}
          clearable
          disabled={disabled}
        />
      )}
    </>
  );
}

/** What the visitor is answered, and from which pages they may send. */
export function Answering({ form: { values, set, faultOf }, isReadOnly: disabled }: Props) {
  const t = useTranslations('settings.forms');
  const { data: templates = [] } = useQuery(templatesQuery);
  return (
    <>
      <Textarea
        label={t('thanks')}
        description={t('thanksWhy')}
        value={values.thanks}
        onChange={({ currentTarget }) => set('thanks', currentTarget.value)}
        error={faultOf('thanks')}
        autosize
        disabled={disabled}
      />
      <TextInput
        label={t('redirectUrl')}
        type="url"
        value={values.redirectUrl}
        onChange={({ currentTarget }) => set('redirectUrl', currentTarget.value)}
        error={faultOf('redirectUrl')}
        disabled={disabled}
      />
      <Select
        label={t('welcome')}
        description={t('welcomeWhy')}
        placeholder={t('noWelcome')}
        data={templates.map(({ id, name }) => ({ value: id, label: name }))}
        value={values.welcomeTemplateId}
        onChange={(id) => set('welcomeTemplateId', id)}
        clearable
        disabled={disabled}
      />
      <TagsInput
        label={t('origins')}
        description={t('originsWhy')}
        placeholder="https://www.example.com"
        value={values.allowedOrigins}
        onChange={(origins) => set('allowedOrigins', origins)}
        error={faultOf('allowedOrigins')}
        disabled={disabled}
      />
      <Switch
        label={t('isOpen')}
        description={t('isOpenWhy')}
        checked={values.isOpen}
        onChange={({ currentTarget }) => set('isOpen', currentTarget.checked)}
        disabled={disabled}
      />
    </>
  );
}
