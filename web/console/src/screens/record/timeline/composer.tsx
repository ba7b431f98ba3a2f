import { Button, Group, Paper, Tabs, Text } from '@mantine/core';
import { IconNote, IconPhone, IconUsersGroup } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { AnyRecord, ListedKind } from '../../../api/kinds.ts';
import { forget, keys } from '../../../api/records.ts';
import { once, useWrite } from '../../../api/write.ts';
import { FieldInput } from '../../../fields/field-input.tsx';
import { MentionArea, useMentionable } from '../../../parts/mention-area.tsx';
import { useToast } from '../../../parts/toast.tsx';
import classes from './composer.module.css';
import { CallFields, MeetingFields } from './composer-fields.tsx';
import { activityOf, contactOf, type Draft, type Logged, logged, useDraft } from './draft.ts';
import { hasTimeline } from './timeline-query.ts';

type Props = { kind: ListedKind; record: AnyRecord };
const icons = { note: IconNote, call: IconPhone, meeting: IconUsersGroup };

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

function Form({
  kind,
  record,
  draft,
  set,
  end,
}: Props & { draft: Draft; set: (to: Draft) => void; end: () => void }) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const text = useRef<HTMLTextAreaElement>(null);
  const log = useLog({ kind, record }, end);
  const { kind: what = 'note' } = draft;
  const people = useMentionable();
  const activity = activityOf(draft, kind, record, people);
  const submit = () => {
    if (activity && !log.isPending)
      log.mutate(once({ method: 'POST', path: '/v1/activities', body: activity }));
  };
  useEffect(() => text.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit();
    if (event.key === 'Escape' && !draft.text) end();
  };
  return (
    <>
      {!contactOf(kind, record) && <With draft={draft} set={set} />}
      {what === 'meeting' && <MeetingFields draft={draft} set={set} />}
      {what === 'call' && <CallFields draft={draft} set={set} />}
      <MentionArea
        area={text}
        mt={6}
        aria-label={t(`logOne.${what}`)}
        placeholder={t(`write.${what}`)}
        autosize
        minRows={3}
        maxRows={14}
        value={draft.text ?? ''}
        onWrite={(written) => set({ text: written })}
        onKeyDown={onKeyDown}
      />
      <Group justify="flex-end" gap="xs" mt="xs">
        {!hasTimeline(kind) && (
          <Text size="sm" c="var(--rapport-quiet)" flex={1}>
            {t('onTimeline')}
          </Text>
        )}
        <Button variant="default" onClick={end}>
          {common('cancel')}
        </Button>
        <Button disabled={!activity} loading={log.isPending && !log.isPaused} onClick={submit}>
          {t(log.isPaused ? 'waits' : `logIt.${what}`)}
        </Button>
      </Group>
    </>
  );
}

/** Logs a call, a meeting or a note. What is written stays until it is logged, also where the page is left. */
export function Composer({ kind, record }: Props) {
  const t = useTranslations('record');
  const [draft, setDraft] = useDraft(kind, record.id);
  const set = (change: Draft) => setDraft((before) => ({ ...before, ...change }));
  if (!draft.kind)
    return (
      <Paper withBorder className={classes.closed}>
        {logged.map((one) => {
          const Icon = icons[one];
          return (
            <button
              key={one}
              type="button"
              className={classes.begin}
              data-log={one}
              onClick={() => set({ kind: one })}
            >
              <Icon size={16} aria-hidden />
              {t(one === 'note' ? 'writeNote' : `logOne.${one}`)}
            </button>
          );
        })}
      </Paper>
    );
  return (
    <Paper withBorder p="xs" mb="md">
      <Tabs
        value={draft.kind}
        variant="pills"
        onChange={(chosen) => chosen && set({ kind: chosen as Logged })}
      >
        <Tabs.List aria-label={t('log')}>
          {logged.map((one) => {
            const Icon = icons[one];
            return (
              <Tabs.Tab key={one} value={one} data-log={one} leftSection={<Icon size={16} aria-hidden />}>
                {t(`logOne.${one}`)}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        <Tabs.Panel value={draft.kind} pt="xs">
          <Form kind={kind} record={record} draft={draft} set={set} end={() => setDraft({})} />
        </Tabs.Panel>
      </Tabs>
    </Paper>
  );
}
