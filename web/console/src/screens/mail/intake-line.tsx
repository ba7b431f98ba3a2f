import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { ListMailIntakeResponse } from '../../../../client/src/index.ts';
import { recordQuery } from '../../api/records.ts';
import { useFormats } from '../../parts/format.ts';
import classes from './mail.module.css';

export type IntakeMessage = ListMailIntakeResponse['items'][number];
/** The messages of a thread, newest first. */
export type Thread = { latest: IntakeMessage; count: number };

/** Who wrote, as they call themselves. */
const senderOf = ({ from, envelopeFrom }: IntakeMessage) =>
  from?.[0]?.name || from?.[0]?.address || envelopeFrom || '';

const soonMs = 120_000;
/** Whether nobody knew who wrote: the message made them a lead. */
function useIsNewLead({ contactId, at }: IntakeMessage): boolean {
  const { data } = useQuery({
    ...recordQuery('contact', contactId ?? ''),
    enabled: Boolean(contactId),
    staleTime: 300_000,
  });
  return data?.lifecycle === 'lead' && Math.abs(Date.parse(data.createdAt) - Date.parse(at)) < soonMs;
}

type Props = { thread: Thread; isCurrent: boolean; open(): void };

export function IntakeLine({ thread: { latest, count }, isCurrent, open }: Props) {
  const t = useTranslations('mail');
  const { ago } = useFormats();
  const isNew = useIsNewLead(latest);
  return (
    <UnstyledButton className={classes.line} onClick={open} aria-current={isCurrent}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text fw={600} truncate>
          {senderOf(latest) || t('noSender')}
          {count > 1 && ` (${count})`}
        </Text>
        <Text size="sm" c="var(--rapport-quiet)" style={{ whiteSpace: 'nowrap' }}>
          {ago(latest.at)}
        </Text>
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text truncate>{latest.subject || t('noSubject')}</Text>
        {isNew && (
          <Badge variant="light" color="teal" tt="none" c="var(--mantine-color-text)">
            {t('newLead')}
          </Badge>
        )}
      </Group>
      {latest.reason && (
        <Text size="sm" c="var(--rapport-quiet)">
          {t(`reasons.${latest.reason}`)}
        </Text>
      )}
    </UnstyledButton>
  );
}
