import { Button, Group, Modal, Stack, Switch, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSaving } from '../../../parts/use-saving.ts';
import type { NewView } from './use-view-writes.ts';

type Props = {
  title: string;
  name?: string;
  /** Whether it may be for everybody; left out where that is not asked. */
  visibility?: NewView['visibility'];
  children?: ReactNode;
  onClose: () => void;
  /** Answers whether it was done: the dialog with what was typed stays where it was not. */
  onSave: (given: NewView) => Promise<unknown>;
};

/** Asks what something is to be called. */
export function NameDialog({ title, name = '', visibility, children, onClose, onSave }: Props) {
  const t = useTranslations('lists');
  const common = useTranslations('common');
  const [given, setGiven] = useState<NewView>({ name, visibility: visibility ?? 'private' });
  const { isSaving, save } = useSaving(onSave, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save({ ...given, name: given.name.trim() });
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': common('close') }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            label={t('name')}
            data-autofocus
            required
            maxLength={100}
            value={given.name}
            onChange={({ currentTarget }) => setGiven({ ...given, name: currentTarget.value })}
          />
          {visibility && (
            <Switch
              label={t('forEverybody')}
              description={t('forEverybodyWhy')}
              checked={given.visibility === 'shared'}
              onChange={({ currentTarget }) =>
                setGiven({ ...given, visibility: currentTarget.checked ? 'shared' : 'private' })
              }
            />
          )}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={isSaving} disabled={!given.name.trim()}>
              {common('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
