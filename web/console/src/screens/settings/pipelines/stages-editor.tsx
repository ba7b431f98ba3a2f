import {
  ActionIcon,
  Button,
  MultiSelect,
  NativeSelect,
  NumberInput,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Stage } from '../../../../../client/src/index.ts';
import { useFields } from '../../../fields/use-fields.ts';
import { Sortable } from '../parts/sortable.tsx';
import classes from './stages.module.css';
import { requirable } from './stages.ts';

type Props = {
  stages: Stage[];
  onChange: (stages: Stage[]) => void;
  error: string | undefined;
  isReadOnly: boolean;
};
let made = 0;

/** The stages in their order, each with what it is and what it asks for. */
export function StagesEditor({ stages, onChange, error, isReadOnly }: Props) {
  const t = useTranslations('settings.pipelines');
  const put = (index: number, stage: Stage) => onChange(stages.with(index, stage));
  const add = () => {
    const stage: Stage = { id: `+${++made}`, name: '', kind: 'open', probability: 0.5, requiredFields: [] };
    const end = stages.findIndex(({ kind }) => kind !== 'open');
    onChange(stages.toSpliced(end < 0 ? stages.length : end, 0, stage));
  };
  return (
    <section className={classes.stages}>
      <Title order={2}>{t('stages')}</Title>
      <Text c="var(--rapport-quiet)">{t('stagesWhy')}</Text>
      <div className={`${classes.stage} ${classes.head}`} aria-hidden>
        <span />
        <span>{t('stageName')}</span>
        <span>{t('stageKind')}</span>
        <span>{t('probability')}</span>
        <span>{t('idleDays')}</span>
        <span>{t('required')}</span>
      </div>
      <Sortable
        label={t('stages')}
        items={stages}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name || t('newStage')}
        onChange={onChange}
        row={(stage, handle, index) => (
          <StageRow
            stage={stage}
            handle={isReadOnly ? <span /> : handle}
            onChange={(next) => put(index, next)}
            onRemove={() => onChange(stages.toSpliced(index, 1))}
            isReadOnly={isReadOnly}
          />
        )}
      />
      {error && (
        <Text c="light-dark(var(--mantine-color-red-8), var(--mantine-color-red-4))" role="alert">
          {error}
        </Text>
      )}
      {!isReadOnly && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={add}
          disabled={stages.length >= 20}
          w="fit-content"
        >
          {t('addStage')}
        </Button>
      )}
    </section>
  );
}

type RowProps = {
  stage: Stage;
  handle: ReactNode;
  onChange: (stage: Stage) => void;
  onRemove: () => void;
  isReadOnly: boolean;
};
const kinds = ['open', 'won', 'lost'] as const;
const sure = { open: undefined, won: 1, lost: 0 } as const;

function StageRow({ stage, handle, onChange, onRemove, isReadOnly }: RowProps) {
  const t = useTranslations('settings.pipelines');
  const name = stage.name || t('newStage');
  const labelled = { classNames: { label: classes.label ?? '' }, disabled: isReadOnly };
  const choices = useFields('deal')
    .filter((field) => requirable.includes(field.name) || field.name.startsWith('custom.'))
    .map((field) => ({ value: field.name, label: field.label }));
  const { idleDays: _, ...withoutIdle } = stage;
  return (
    <div className={classes.stage}>
      {handle}
      <TextInput
        {...labelled}
        label={t('stageName')}
        value={stage.name}
        placeholder={t('newStage')}
        onChange={({ currentTarget }) => onChange({ ...stage, name: currentTarget.value })}
      />
      <NativeSelect
        {...labelled}
        label={t('stageKind')}
        value={stage.kind}
        data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChange={({ currentTarget }) => {
          const kind = currentTarget.value as Stage['kind'];
          onChange({ ...stage, kind, probability: sure[kind] ?? stage.probability });
        }}
      />
      <NumberInput
        {...labelled}
        label={t('probability')}
        value={Math.round(stage.probability * 100)}
        suffix=" %"
        min={0}
        max={100}
        hideControls
        onChange={(value) => onChange({ ...stage, probability: (Number(value) || 0) / 100 })}
      />
      <NumberInput
        {...labelled}
        label={t('idleDays')}
        value={stage.idleDays ?? ''}
        placeholder={t('never')}
        min={1}
        max={365}
        hideControls
        disabled={isReadOnly || stage.kind !== 'open'}
        onChange={(value) => onChange(value === '' ? withoutIdle : { ...stage, idleDays: Number(value) })}
      />
      <MultiSelect
        {...labelled}
        label={t('required')}
        className={classes.required ?? ''}
        data={choices}
        value={stage.requiredFields}
        placeholder={stage.requiredFields.length === 0 ? t('nothing') : ''}
        hidePickedOptions
        onChange={(requiredFields) => onChange({ ...stage, requiredFields })}
      />
      {!isReadOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.remove}
          aria-label={t('removeStage', { name })}
          onClick={onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </div>
  );
}
