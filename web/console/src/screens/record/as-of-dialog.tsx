import { Button, Group, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FieldInput } from '../../fields/field-input.tsx';

/** Asks for the moment of which the page is to tell. */
export function AsOfDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const navigate = useNavigate();
  const [at, setAt] = useState<string>();
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (!at) return;
    onClose();
    void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, asOf: at }) });
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('asOf')}>
      <form onSubmit={go}>
        <FieldInput
          field={{ label: t('moment'), type: 'instant', help: t('asOfWhy') }}
          value={at}
          isFocused
          onChange={(chosen) => setAt(chosen as string | undefined)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" disabled={!at}>
            {t('show')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
