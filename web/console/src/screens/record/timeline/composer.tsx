import { Button, Group, Paper, Tabs, Text } from '@mantine/core';
import { IconMail, IconNote, IconPhone, IconUsersGroup } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Activity } from '../../../../../client/src/index.ts';
import type { AnyRecord, ListedKind } from '../../../api/kinds.ts';
import { useUsers } from '../../../api/people.ts';
import { forget, keys } from '../../../api/records.ts';
import { once, useWrite } from '../../../api/write.ts';
import { Waiting } from '../../../app/waiting.tsx';
import { FieldInput } from '../../../fields/field-input.tsx';
import { MentionArea, useMentionable } from '../../../parts/mention-area.tsx';
import { useToast } from '../../../parts/toast.tsx';
import { useIsPhone } from '../../../parts/use-is-phone.ts';
import classes from './composer.module.css';
import { CallFields, MeetingFields } from './composer-fields.tsx';
import { activityOf, contactOf, type Draft, type Logged, logged, useDraft, type Written } from './draft.ts';
import { deskWith, useAddressee } from './mail/desk.ts';
import { hasTimeline } from './timeline-query.ts';

type Props = { kind: ListedKind; record: AnyRecord };
const icons = { note: IconNote, call: IconPhone, meeting: IconUsersGroup, mail: IconMail };

const MailForm = lazy(() => import('./mail/mail-form.tsx').then(({ MailForm: Part }) => ({ default: Part })));

function useLog({ kind, record }: Props, done: () => void) {
  const t = useTranslations('record');
  const client = useQueryClient();
  const toast = useToast();
  const users = useUsers();
  return useWrite<Activity>({
    onSuccess: ({ unseenBy = [] }) => {
      forget(client, kind, record.id);
      const contactId = contactOf(kind, record);
      if (contactId) void client.invalidateQueries({ queryKey: keys.about('contact', contactId) });
      done();
      const unseen = users.filter(({ id }) => unseenBy.includes(id)).map(({ name }) => name);
      const said = unseen.length > 0 ? t('notTold', { names: unseen.join(', ') }) : t('logged');
      toast.done({ message: said });
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
  what,
}: Props & { draft: Draft; set: (to: Draft) => void; end: () => void; what: Logged }) {
  const t = useTranslations('record');
  const common = useTranslations('common');
  const text = useRef<HTMLTextAreaElement>(null);
  const log = useLog({ kind, record }, end);
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
  const isPhone = useIsPhone();
  const contact = useAddressee(kind, record);
  const desk = contact && deskWith(kind, record, contact);
  const written: readonly Written[] = desk ? [...logged, 'mail'] : logged;
  const end = () => setDraft({});
  if (!draft.kind || !written.includes(draft.kind))
    return (
      <Paper withBorder className={classes.closed}>
        {written.map((one) => {
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
        onChange={(chosen) => chosen && set({ kind: chosen as Written })}
      >
        <Tabs.List aria-label={t('log')}>
          {written.map((one) => {
            const Icon = icons[one];
            return (
              <Tabs.Tab
                key={one}
                value={one}
                data-log={one}
                leftSection={!isPhone && <Icon size={16} aria-hidden />}
              >
                {t(`logOne.${one}`)}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        <Tabs.Panel value={draft.kind} pt="xs">
          {draft.kind === 'mail' ? (
            desk && (
              <Suspense fallback={<Waiting />}>
                <MailForm contact={contact} desk={desk} end={end} />
              </Suspense>
            )
          ) : (
            <Form kind={kind} record={record} draft={draft} what={draft.kind} set={set} end={end} />
          )}
        </Tabs.Panel>
      </Tabs>
    </Paper>
  );
}
