import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { act } from '../../../api/write.ts';
import { useProblemText } from '../../../parts/problem.tsx';
import { useToast } from '../../../parts/toast.tsx';
import { suppressionsKey } from './queries.ts';

const nothing = { address: '', note: '' };
type Props = { isOpen: boolean; onClose: () => void };

/** Puts an address on the list. What is typed stays until it is there. */
export function AddDialog({ isOpen, onClose }: Props) {
  const t = useTranslations('mailOut.suppressed');
  const common = useTranslations('common');
  const textOf = useProblemText();
  const client = useQueryClient();
  const toast = useToast();
  const [typed, setTyped, drop] = useSessionStorage({
    key: 'rapport.suppress',
    defaultValue: nothing,
    getInitialValueInEffect: false,
  });
  const address = typed.address.trim();
  const note = typed.note.trim();
  const adding = useMutation({
    mutationFn: () =>
      act({ method: 'POST', path: '/v1/suppressions', body: { address, ...(note && { note }) } }),
    onSuccess: () => {
      toast.done({ message: t('added', { address }) });
      drop();
      onClose();
      void client.invalidateQueries({ queryKey: suppressionsKey });
      void client.invalidateQueries({ queryKey: ['about', 'contact'] });
    },
  });
  const close = () => {
    adding.reset();
    onClose();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (address) adding.mutate();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={t('add')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form onSubmit={send} noValidate>
        <Stack>
          <TextInput
            type="email"
            label={t('address')}
            value={typed.address}
            maxLength={300}
            data-autofocus
            error={adding.error && textOf(adding.error)}
            onChange={({ currentTarget }) => setTyped({ ...typed, address: currentTarget.value })}
          />
          <Textarea
            label={t('note')}
            description={t('noteWhy')}
            value={typed.note}
            maxLength={500}
            autosize
            minRows={2}
            onChange={({ currentTarget }) => setTyped({ ...typed, note: currentTarget.value })}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button type="submit" disabled={!address} loading={adding.isPending}>
              {common('add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
