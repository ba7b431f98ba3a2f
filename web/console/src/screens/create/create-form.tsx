import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type ListedKind, plurals } from '../../api/kinds.ts';
import { pipelinesQuery } from '../../api/workspace.ts';
import { useMe } from '../../app/me.ts';
import type { FieldDef } from '../../fields/field-def.ts';
import { FieldInput } from '../../fields/field-input.tsx';
import { useFields } from '../../fields/use-fields.ts';
import { isMatchKind } from '../duplicates/likeness.ts';
import { AlreadyThere } from './already-there.tsx';
import { CreateProblem } from './conflict.tsx';
import classes from './create.module.css';
import { newFields, split } from './create-fields.ts';
import { dropDraft, keepDraft, readDraft, type Values } from './draft.ts';
import type { Asked } from './open-create.ts';
import { useCreate } from './use-create.ts';

/** The fields of a new record; a deal's stages are those of its pipeline, and where there is one pipeline it is not asked. */
function useNewFields(kind: ListedKind, values: Values): FieldDef[] {
  const fields = useFields(kind);
  const { data: pipelines } = useQuery({ ...pipelinesQuery, enabled: kind === 'deal' });
  return useMemo(() => {
    const all = newFields(fields);
    if (kind !== 'deal' || !pipelines) return all;
    const pipeline = pipelines.find(({ id }) => id === values.pipelineId) ?? pipelines[0];
    const stages = (pipeline?.stages ?? [])
      .filter((stage) => stage.kind === 'open')
      .map(({ id, name }) => ({ value: id, label: name }));
    return all
      .filter(({ name }) => name !== 'pipelineId' || pipelines.length > 1)
      .map((field) => (field.name === 'stageId' ? { ...field, options: stages } : field));
  }, [kind, fields, pipelines, values.pipelineId]);
}

function useValues({ kind, initial }: Asked) {
  const me = useMe();
  const [draft] = useState(() => readDraft(kind));
  const fresh = { ...(kind !== 'product' && { ownerId: me.id }), ...initial };
  const [values, setValues] = useState<Values>({ ...fresh, ...draft, ...initial });
  const set = (name: string, value: unknown) =>
    setValues((now) => {
      const next = { ...now, [name]: value };
      // A stage is one of its pipeline.
      if (name === 'pipelineId') next.stageId = undefined;
      keepDraft(kind, next);
      return next;
    });
  const restart = () => {
    dropDraft(kind);
    setValues(fresh);
  };
  return { values, set, restart, isDraft: draft !== undefined };
}

/** The fields of a record that is to be made. What is typed is kept until it is. */
export function CreateForm({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const t = useTranslations('create');
  const { kind, initial } = asked;
  const navigate = useNavigate();
  const { values, set, restart, isDraft } = useValues(asked);
  const fields = useNewFields(kind, values);
  const { first, others } = split(kind, fields, initial);
  const [isLong, setLong] = useState(false);
  const { create, isSending, error, faults } = useCreate(kind, fields);
  const hasHidden = others.some(({ name }) => name in faults);
  const shown = isLong || hasHidden ? [...first, ...others] : first;

  const submit = async (isToOpen: boolean) => {
    const record = await create(values);
    if (!record) return;
    onClose();
    if (isToOpen) void navigate({ to: `/${plurals[kind]}/${record.id}` });
  };
  const submitted = (event: FormEvent) => {
    event.preventDefault();
    void submit(false);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void submit(event.shiftKey);
  };
  return (
    <form onSubmit={submitted} onKeyDown={pressed} noValidate>
      <Stack gap="sm">
        {isDraft && (
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="var(--rapport-quiet)">
              {t('draft')}
            </Text>
            <Button variant="subtle" size="compact-sm" onClick={restart}>
              {t('restart')}
            </Button>
          </Group>
        )}
        {shown.map((field, at) => (
          <FieldInput
            key={field.name}
            field={field}
            value={values[field.name]}
            onChange={(value) => set(field.name, value)}
            isFocused={at === 0}
            error={faults[field.name]}
          />
        ))}
        {!isLong && others.length > 0 && (
          <Button variant="subtle" justify="flex-start" onClick={() => setLong(true)}>
            {t('moreFields')}
          </Button>
        )}
        {error !== undefined && <CreateProblem kind={kind} error={error} onLeave={onClose} />}
        <div className={classes.foot}>
          {isMatchKind(kind) && (
            <AlreadyThere kind={kind} fields={fields} values={values} onLeave={onClose} />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" loading={isSending} onClick={() => void submit(true)}>
              {t('makeAndOpen')}
            </Button>
            <Button type="submit" loading={isSending}>
              {t('make')}
            </Button>
          </Group>
        </div>
      </Stack>
    </form>
  );
}
