import { Alert, Anchor, Button, Divider, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { GetMailIntakeMessageResponse } from '../../../../client/src/index.ts';
import { act } from '../../api/write.ts';
import { useMay } from '../../app/me.ts';
import { Waiting } from '../../app/waiting.tsx';
import { useFormats } from '../../parts/format.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import { RecordLink } from '../../parts/record-link.tsx';
import { useToast } from '../../parts/toast.tsx';
import classes from './mail.module.css';
import { MailBody } from './mail-body.tsx';
import { messageQuery } from './mail-queries.ts';

type Message = GetMailIntakeMessageResponse;
const namesOf = (people: { name?: string; address: string }[] = []) =>
  people.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');

/** Who wrote to whom and when, whose it is, and what the receiving server found of it. */
function Facts({ message }: { message: Message }) {
  const t = useTranslations('mail');
  const { moment } = useFormats();
  const { verdicts, mail, contactId } = message;
  const found = Object.entries(verdicts).map(
    ([name, verdict]) => `${name}: ${String(verdict).toLowerCase()}`,
  );
  return (
    <dl className={classes.facts}>
      <dt>{t('from')}</dt>
      <dd>{namesOf(mail?.from ?? message.from) || message.envelopeFrom || t('noSender')}</dd>
      <dt>{t('to')}</dt>
      <dd>{namesOf(mail?.to) || message.recipients.join(', ')}</dd>
      <dt>{t('received')}</dt>
      <dd>{moment(message.at)}</dd>
      {contactId && (
        <>
          <dt>{t('contact')}</dt>
          <dd>
            <RecordLink kind="contact" id={contactId} />
          </dd>
        </>
      )}
      <dt>{t('verdicts')}</dt>
      <dd>{found.join(' · ') || '–'}</dd>
    </dl>
  );
}

/** Why it was not logged, and the way to have it looked at again. */
function Why({ message }: { message: Message }) {
  const t = useTranslations('mail');
  const may = useMay();
  const toast = useToast();
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => act({ method: 'POST', path: `/v1/mail/intake/messages/${message.id}/retry`, body: {} }),
    onSuccess: () => {
      toast.done({ message: t('retried') });
      void client.invalidateQueries({ queryKey: ['mail'] });
    },
    onError: toast.failed,
  });
  if (!message.reason) return null;
  return (
    <Alert
      variant="light"
      color="yellow"
      icon={<IconInfoCircle aria-hidden />}
      title={t(`reasons.${message.reason}`)}
    >
      <Stack gap="sm" align="start">
        <Text>{t(`reasonsWhy.${message.reason}`)}</Text>
        {message.status === 'failed' && may('mail:write') && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={retry.isPending}
            onClick={() => retry.mutate()}
          >
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** A message that came in: what it says, whose it is, and what became of it. */
export function IntakeDetail({ id }: { id: string }) {
  const t = useTranslations('mail');
  const { data: message, error, refetch } = useQuery(messageQuery(id));
  if (error && !message) return <ProblemBox error={error} again={() => void refetch()} />;
  if (!message) return <Waiting />;
  return (
    <Stack gap="md">
      <Title order={2}>{message.mail?.subject || message.subject || t('noSubject')}</Title>
      <Facts message={message} />
      <Why message={message} />
      <Divider />
      {message.mail ? (
        <MailBody mail={message.mail} rawUrl={message.rawUrl} />
      ) : (
        <>
          <Text c="var(--rapport-quiet)">{t('notOpened')}</Text>
          <Anchor href={message.rawUrl} size="sm">
            {t('raw')}
          </Anchor>
        </>
      )}
    </Stack>
  );
}
