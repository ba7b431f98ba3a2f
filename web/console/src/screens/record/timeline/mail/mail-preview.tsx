import { Paper, Skeleton, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../../../api/client.ts';
import { ProblemBox } from '../../../../parts/problem.tsx';
import { useMissingWords } from './faults.tsx';
import classes from './mail.module.css';

type Words = { subject: string; text: string };
type Props = { contactId: string; words: Words; html: string | undefined };
const typingMs = 400;

/** A mail as the contact would get it, and the blanks for which nothing is known. */
export function MailPreview({ contactId, words, html }: Props) {
  const t = useTranslations('mailOut.write');
  const wordsOf = useMissingWords();
  const [{ subject, text }] = useDebouncedValue(words, typingMs);
  const isWhole = subject.trim() !== '' && text.trim() !== '';
  const { data, error } = useQuery({
    queryKey: ['mail-preview', contactId, subject, text, html],
    queryFn: () => api().previewMail({ body: { contactId, subject, text, ...(html && { html }) } }),
    enabled: isWhole,
    placeholderData: keepPreviousData,
    gcTime: 0,
    meta: { isFar: true }, // what is half written is not kept beside what was read
    retry: false,
  });
  const missing = [...new Set(data?.missing.map(({ field }) => `{{${field}}}`))];
  return (
    <Paper component="section" withBorder p="sm" aria-label={t('preview')} className={classes.preview}>
      {!isWhole && <Text c="var(--rapport-quiet)">{t('notWhole')}</Text>}
      {isWhole && error && <ProblemBox error={error} />}
      {isWhole && !data && !error && <Skeleton h={80} />}
      {isWhole && data && (
        <>
          <Text fw={600}>{data.subject}</Text>
          <Text className={classes.text}>{data.text}</Text>
          {missing.length > 0 && (
            <Text size="sm" c="var(--rapport-wrong)" role="status">
              {wordsOf(missing)}
            </Text>
          )}
        </>
      )}
    </Paper>
  );
}
