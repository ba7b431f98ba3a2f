import { ActionIcon, Button, Group, Modal, Stack, Tooltip } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { once, useWrite } from '../../../api/write.ts';
import { isEmpty, patchOf, tidy, type ValueDef } from '../../../fields/field-def.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { ProblemBox } from '../../../parts/problem.tsx';
import { useToast } from '../../../parts/toast.tsx';

type Asked = ValueDef & { name: string; currencyIn?: string };
type Props = {
  title: string;
  /** The place where what is written is kept until it is made. */
  draftAt: string;
  fields: Asked[];
  path: string;
  /** What is made is always of this. */
  fixed: Record<string, unknown>;
  done: string;
  onMade: () => void;
};

/** A few fields that make a record which belongs to the one that is shown. What was written is kept where the dialog is closed. */
export function AddDialog({ title, draftAt, fields, path, fixed, done, onMade }: Props) {
  const common = useTranslations('common');
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useSessionStorage<Record<string, unknown>>({ key: draftAt, defaultValue: {} });
  const write = useWrite({
    onSuccess: () => {
      onMade();
      setDraft({});
      setIsOpen(false);
      toast.done({ message: done });
    },
  });
  const isComplete = fields.every(({ name, isRequired }) => !isRequired || !isEmpty(tidy(draft[name])));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = fields.filter(({ name }) => !isEmpty(tidy(draft[name])));
    const said = Object.assign({}, ...given.map((field) => patchOf(field, draft[field.name])));
    if (isComplete) write.mutate(once({ method: 'POST', path, body: { ...fixed, ...said } }));
  };
  return (
    <>
      <Tooltip label={title}>
        <ActionIcon variant="subtle" color="gray" aria-label={title} onClick={() => setIsOpen(true)}>
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={title}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            {fields.map((field, at) => (
              <FieldInput
                key={field.name}
                field={field}
                value={draft[field.name]}
                isFocused={at === 0}
                onChange={(value) => setDraft((before) => ({ ...before, [field.name]: value }))}
              />
            ))}
            {write.error && <ProblemBox error={write.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setIsOpen(false)}>
                {common('cancel')}
              </Button>
              <Button type="submit" disabled={!isComplete} loading={write.isPending && !write.isPaused}>
                {common('add')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
