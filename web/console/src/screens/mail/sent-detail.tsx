import { Alert, Button, Divider, Group, Stack, Text, Title } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { Message } from '../../../../client/src/index.ts';
import { act } from '../../api/write.ts';
import { useMay } from '../../app/me.ts';
import { Waiting } from '../../app/waiting.tsx';
import { useFormats } from '../../parts/format.ts';
import { ProblemBox } from '../../parts/problem.tsx';
import { RecordLink } from '../../parts/record-link.tsx';
import { useToast } from '../../parts/toast.tsx';
import classes from './mail.module.css';
import { sentMessageQuery } from './mail-queries.ts';

/** A message of which nobody knows whether it left: a person who can find out says so. */
function Doubt({ message }: { message: Message }) {
  const t = useTranslations('mail');
  const toast = useToast();
  const client = useQueryClient();
  const resolve = useMutation({
    mutationFn: (sent: boolean) =>
      act({ method: 'POST', path: `/v1/mail/outbound/${message.id}/resolve`, body: { sent } }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['mail'] }),
    onError: toast.failed,
  });
  return (
    <Alert
      variant="light"
      color="yellow"
      icon={<IconHelpCircle aria-hidden />}
      title={t('statuses.doubtful')}
    >
      <Text mb="sm">{t('doubt')}</Text>
      <Group gap="xs">
        <Button variant="default" loading={resolve.isPending} onClick={() => resolve.mutate(true)}>
          {t('wasSent')}
        </Button>
        <Button variant="default" loading={resolve.isPending} onClick={() => resolve.mutate(false)}>
          {t('wasNotSent')}
        </Button>
      </Group>
    </Alert>
  );
}

/** A message that was sent by itself, and what became of it. */
export function SentDetail({ id }: { id: string }) {
  const t = useTranslations('mail');
  const may = useMay();
  const { moment } = useFormats();
  const { data: message, error, refetch } = useQuery(sentMessageQuery(id));
  if (error && !message) return <ProblemBox error={error} again={() => void refetch()} />;
  if (!message) return <Waiting />;
  return (
    <Stack gap="md">
      <Title order={2}>{message.subject}</Title>
      <dl className={classes.facts}>
        <dt>{t('to')}</dt>
        <dd>{message.to}</dd>
        <dt>{t('purpose')}</dt>
        <dd>{t(`purposes.${message.purpose}`)}</dd>
        <dt>{t('state')}</dt>
        <dd>
          {t(`statuses.${message.status}`)}
          {message.reason && ` (${message.reason})`}
        </dd>
        {message.sentAt && (
          <>
            <dt>{t('sentAt')}</dt>
            <dd>{moment(message.sentAt)}</dd>
          </>
        )}
        {message.contactId && (
          <>
            <dt>{t('contact')}</dt>
            <dd>
              <RecordLink kind="contact" id={message.contactId} />
            </dd>
          </>
        )}
      </dl>
      {message.status === 'doubtful' && may('mail:write') && <Doubt message={message} />}
      <Divider />
      <Text className={classes.text}>{message.text}</Text>
    </Stack>
  );
}
