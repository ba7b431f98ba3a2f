import { Button, Group, TextInput } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ListedKind } from '../../../api/kinds.ts';
import { forget } from '../../../api/records.ts';
import { once, useWrite } from '../../../api/write.ts';
import { useMe } from '../../../app/me.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { useFormats } from '../../../parts/format.ts';
import { useToast } from '../../../parts/toast.tsx';
import { taskFieldOf } from './tasks-query.ts';

type Draft = { title: string; dueOn: string | undefined };

/** One line that makes a task of one's own, due today where nothing else is said. */
export function NewTask({ kind, id }: { kind: ListedKind; id: string }) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const me = useMe();
  const client = useQueryClient();
  const toast = useToast();
  const { today } = useFormats();
  const nothing: Draft = { title: '', dueOn: today };
  const [draft, setDraft] = useSessionStorage<Draft>({
    key: `rapport.task.${kind}.${id}`,
    defaultValue: nothing,
    getInitialValueInEffect: false,
  });
  const [isOpen, setIsOpen] = useState(draft.title !== '');
  const write = useWrite({
    onSuccess: () => {
      forget(client, 'task');
      forget(client, kind, id);
      setDraft(nothing);
      setIsOpen(false);
    },
    onError: toast.failed,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const title = draft.title.trim();
    if (!title) return;
    const body = { title, dueOn: draft.dueOn, ownerId: me.id, [taskFieldOf(kind) ?? 'contactId']: id };
    write.mutate(once({ method: 'POST', path: '/v1/tasks', body }));
  };
  if (!isOpen)
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        data-new-task
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('newTask')}
      </Button>
    );
  return (
    <form onSubmit={submit}>
      <TextInput
        {...{ autoFocus: true }}
        label={t('taskTitle')}
        value={draft.title}
        onChange={({ currentTarget }) => setDraft({ ...draft, title: currentTarget.value })}
        onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
      />
      <FieldInput
        field={{ label: t('taskDue'), type: 'date' }}
        value={draft.dueOn}
        onChange={(dueOn) => setDraft({ ...draft, dueOn: dueOn as string | undefined })}
      />
      <Group gap="xs" mt="xs">
        <Button
          type="submit"
          size="compact-md"
          disabled={!draft.title.trim()}
          loading={write.isPending && !write.isPaused}
        >
          {common('add')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => setIsOpen(false)}>
          {common('cancel')}
        </Button>
      </Group>
    </form>
  );
}
