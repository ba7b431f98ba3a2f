import { Button, Group, Paper, Tabs, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { AnyRecord, ListedKind } from '../../../api/kinds.ts';
import { forget, keys } from '../../../api/records.ts';
import { once, useWrite } from '../../../api/write.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { useToast } from '../../../parts/toast.tsx';
import { CallFields, MeetingFields } from './composer-fields.tsx';
import { activityOf, contactOf, type Draft, type Logged, logged, useDraft } from './draft.ts';

type Props = { kind: ListedKind; record: AnyRecord };

function useLog({ kind, record }: Props, done: () => void) {
  const t = useTranslations('record');
  const client = useQueryClient();
  const toast = useToast();
  return useWrite({
    onSuccess: () => {
      forget(client, kind, record.id);
      const contactId = contactOf(kind, record);
      if (contactId) void client.invalidateQueries({ queryKey: keys.about('contact', contactId) });
      done();
      toast.done({ message: t('logged') });
    },
    onError: toast.failed,
  });
}

/** With whom it was, where the record does not say it. */
function With({ draft, set }: { draft: Draft; set: (change: Draft) => void }) {
  const t = useTranslations('record');
  return (
    <FieldInput
      field={{ label: t('withWhom'), type: 'record', of: 'contact', isRequired: true }}
      value={draft.contactId}
      onChange={(id) => set({ contactId: id as string | undefined })}
    />
  );
}

/** Logs a call, a meeting or a note. What is written stays until it is logged, also where the page is left. */
export function Composer({ kind, record }: Props) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const [draft, setDraft] = useDraft(kind, record.id);
  const text = useRef<HTMLTextAreaElement>(null);
  const set = (change: Draft) => setDraft((before) => ({ ...before, ...change }));
  const log = useLog({ kind, record }, () => setDraft({}));
  const activity = activityOf(draft, kind, record);
  const isOpen = draft.kind !== undefined;
  useEffect(() => {
    if (isOpen) text.current?.focus();
  }, [isOpen]);
  const submit = () => {
    if (activity && !log.isPending)
      log.mutate(once({ method: 'POST', path: '/v1/activities', body: activity }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
  };
  return (
    <Paper withBorder p="xs" mb="md">
      <Tabs
        value={draft.kind ?? null}
        variant="pills"
        onChange={(chosen) => set({ kind: (chosen as Logged | null) ?? undefined })}
      >
        <Tabs.List aria-label={t('log')}>
          {logged.map((one) => (
            <Tabs.Tab key={one} value={one} data-log={one}>
              {t(`logOne.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {draft.kind && (
          <Tabs.Panel value={draft.kind} pt="xs" onKeyDown={onKeyDown}>
            {!contactOf(kind, record) && <With draft={draft} set={set} />}
            {draft.kind === 'meeting' && <MeetingFields draft={draft} set={set} />}
            {draft.kind === 'call' && <CallFields draft={draft} set={set} />}
            <Textarea
              ref={text}
              mt={6}
              aria-label={t(`logOne.${draft.kind}`)}
              placeholder={t(`write.${draft.kind}`)}
              autosize
              minRows={3}
              maxRows={14}
              value={draft.text ?? ''}
              onChange={({ currentTarget }) => set({ text: currentTarget.value })}
            />
            <Group justify="flex-end" gap="xs" mt="xs">
              <Button variant="default" onClick={() => setDraft({})}>
                {common('cancel')}
              </Button>
              <Button disabled={!activity} loading={log.isPending && !log.isPaused} onClick={submit}>
                {t(log.isPaused ? 'waits' : `logIt.${draft.kind}`)}
              </Button>
            </Group>
          </Tabs.Panel>
        )}
      </Tabs>
    </Paper>
  );
}
