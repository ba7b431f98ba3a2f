import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Waiting } from '../../app/waiting.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useFormats } from '../../parts/format.ts';
import { More } from '../../parts/more.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import classes from './mail.module.css';
import { sentQuery } from './mail-queries.ts';
import { useMailSearch } from './mail-search.ts';

/** The colour of what became of a message that we sent. */
const colours = {
  scheduled: 'gray',
  queued: 'gray',
  sending: 'gray',
  sent: 'teal',
  failed: 'red',
  doubtful: 'yellow',
  skipped: 'gray',
  cancelled: 'gray',
} as const;

/** What was sent by itself, newest first. */
export function SentList() {
  const t = useTranslations('mail');
  const { ago } = useFormats();
  const { id, go } = useMailSearch();
  const pages = useInfiniteQuery(sentQuery);
  if (pages.error && !pages.data)
    return <ProblemBox error={pages.error} again={() => void pages.refetch()} />;
  if (!pages.data) return <Waiting />;
  const messages = pages.data.pages.flatMap(({ items }) => items);
  if (messages.length === 0)
    return (
      <Empty icon={IconSend} title={t('empty.sent')}>
        {t('emptyWhy.sent')}
      </Empty>
    );
  return (
    <>
      {messages.map((message) => (
        <UnstyledButton
          key={message.id}
          className={classes.line}
          aria-current={message.id === id}
          onClick={() => go({ tab: 'sent', id: message.id })}
        >
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text fw={600} truncate>
              {message.to}
            </Text>
            <Text size="sm" c="var(--rapport-quiet)" style={{ whiteSpace: 'nowrap' }}>
              {ago(message.sentAt ?? message.createdAt)}
            </Text>
          </Group>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text truncate>{message.subject}</Text>
            <Badge variant="light" color={colours[message.status]} tt="none" c="var(--mantine-color-text)">
              {t(`statuses.${message.status}`)}
            </Badge>
          </Group>
        </UnstyledButton>
      ))}
      <More pages={pages} />
    </>
  );
}
