import { Anchor, Button, Group, Skeleton, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Activity, MailFate, MailName } from '../../../../../client/src/index.ts';
import { useMay } from '../../../app/me.ts';
import { useFormats } from '../../../parts/format.ts';
import { ProblemBox } from '../../../parts/problem.tsx';
import { useFileSize } from '../related/file-size.ts';
import { mailQuery } from './activity-query.ts';
import type { Desk } from './mail/desk.ts';
import { ReplyButton } from './mail/reply-button.tsx';
import classes from './timeline.module.css';

const named = (people: MailName[]) =>
  people.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ');

/** The other mails of a conversation that are on the timeline, each a way to it. */
function Thread({ id, threadId }: { id: string; threadId: string | undefined }) {
  const t = useTranslations('record.mail');
  const client = useQueryClient();
  const { moment } = useFormats();
  const all = client.getQueriesData<Activity>({ queryKey: ['activity'] }).map(([, activity]) => activity);
  const others = all.filter((one) => threadId && one?.mail?.threadId === threadId && one.id !== id);
  if (others.length === 0) return null;
  return (
    <div className={classes.facts}>
      <span>{t('thread')}</span>
      {others.map(
        (one) =>
          one && (
            <Anchor
              key={one.id}
              component="button"
              type="button"
              inherit
              onClick={() => document.getElementById(one.id)?.scrollIntoView({ block: 'center' })}
            >
              {moment(one.at)}
            </Anchor>
          ),
      )}
    </div>
  );
}

const fates = ['openedAt', 'clickedAt', 'bouncedAt', 'complainedAt', 'rejectedAt'] as const;
/** What became of a mail that we sent, as far as that is told. */
function Fate({ fate }: { fate: MailFate | undefined }) {
  const t = useTranslations('record.mail.fate');
  const { ago } = useFormats();
  const told = fates.flatMap((name) => (fate?.[name] ? [t(name, { at: ago(fate[name]) })] : []));
  if (told.length === 0) return null;
  return <div className={classes.facts}>{told.join(' · ')}</div>;
}

/** The text of a mail. Its HTML was written by a stranger and is not shown. */
function Whole({ id, threadId }: { id: string; threadId: string | undefined }) {
  const t = useTranslations('record.mail');
  const sizeOf = useFileSize();
  const { data, error, refetch } = useQuery(mailQuery(id));
  if (error) return <ProblemBox error={error} again={() => void refetch()} />;
  if (!data) return <Skeleton h={80} />;
  return (
    <>
      <div className={classes.facts}>
        <span>{t('from', { who: named(data.from) })}</span>
        <span>{t('to', { who: named(data.to) })}</span>
        {data.cc.length > 0 && <span>{t('cc', { who: named(data.cc) })}</span>}
      </div>
      <div className={classes.text}>{data.text}</div>
      <Thread id={id} threadId={threadId} />
      <div className={classes.facts}>
        {data.attachments.map(({ filename, bytes, url }) => (
          <Anchor key={url} href={url} inherit>
            <IconPaperclip size={13} aria-hidden /> {filename} ({sizeOf(bytes)})
          </Anchor>
        ))}
      </div>
    </>
  );
}

/** A mail by its first words; opened, all of it with its attachments. */
export function MailBody({
  id,
  subject,
  text,
  mail,
  answers,
  isOurs,
  fate,
}: {
  id: string;
  subject: string | undefined;
  text: string | undefined;
  mail: Activity['mail'];
  /** Where on its page it can be answered. */
  answers: Desk | undefined;
  /** Whether we wrote it. */
  isOurs: boolean;
  fate: MailFate | undefined;
}) {
  const t = useTranslations('record.mail');
  const [isOpen, setIsOpen] = useState(false);
  const attached = mail?.attachments.length ?? 0;
  const may = useMay();
  return (
    <div className={classes.card}>
      <Text fw={500}>{subject || t('noSubject')}</Text>
      {isOpen ? (
        <Whole id={id} threadId={mail?.threadId} />
      ) : (
        <Text className={classes.text} lineClamp={3}>
          {text}
        </Text>
      )}
      <Fate fate={fate} />
      <Group gap={4}>
        <Button
          size="compact-sm"
          variant="subtle"
          mt={4}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? t('close') : t('open', { count: attached })}
        </Button>
        {answers && mail && may('activities:create') && (
          <ReplyButton desk={answers} mail={{ id, subject, from: isOurs ? mail.to?.[0] : mail.from }} />
        )}
      </Group>
    </div>
  );
}
