import { ActionIcon, Button, Group, Modal, Select, Stack, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages, useTranslations } from 'use-intl';
import { type ListedKind, listedKinds } from '../../../api/kinds.ts';
import { forget } from '../../../api/records.ts';
import { once, useWrite } from '../../../api/write.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { ProblemBox } from '../../../parts/problem.tsx';

/** Ties this record to another, with the words for what it is to that one. */
export function NewLink({ kind, id }: { kind: ListedKind; id: string }) {
  const t = useTranslations('record');
  const kinds = useTranslations('kinds.one');
  const common = useTranslations('common');
  const { labels } = useMessages().record;
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [of, setOf] = useState<ListedKind>('contact');
  const [toId, setToId] = useState<string>();
  const [label, setLabel] = useState('related');
  const write = useWrite({
    onSuccess: () => {
      forget(client, kind, id);
      setToId(undefined);
      setIsOpen(false);
    },
  });
  const submit = () =>
    write.mutate(once({ method: 'POST', path: '/v1/links', body: { fromId: id, toId, label } }));
  return (
    <>
      <Tooltip label={t('newLink')}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('newLink')} onClick={() => setIsOpen(true)}>
          <IconPlus size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={t('newLink')}>
        <Stack gap="sm">
          <Select
            label={t('linkLabel')}
            allowDeselect={false}
            data={Object.entries(labels).map(([value, text]) => ({ value, label: text }))}
            value={label}
            onChange={(chosen) => chosen && setLabel(chosen)}
          />
          <Select
            label={t('linkKind')}
            allowDeselect={false}
            data={listedKinds.map((one) => ({ value: one, label: kinds(one) }))}
            value={of}
            onChange={(chosen) => {
              if (chosen) setOf(chosen as ListedKind);
              setToId(undefined);
            }}
          />
          <FieldInput
            key={of}
            field={{ label: kinds(of), type: 'record', of, isRequired: true }}
            value={toId}
            onChange={(chosen) => setToId(chosen as string | undefined)}
          />
          {write.error && <ProblemBox error={write.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setIsOpen(false)}>
              {common('cancel')}
            </Button>
            <Button disabled={!toId} loading={write.isPending && !write.isPaused} onClick={submit}>
              {common('add')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
