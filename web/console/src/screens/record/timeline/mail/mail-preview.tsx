import { Paper, Skeleton, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { api } from '../../../../api/client.ts';
import { MailSheet } from '../../../../parts/mail-sheet.tsx';
import { ProblemBox } from '../../../../parts/problem.tsx';
import type { Desk } from './desk.ts';
import { useMissingWords } from './faults.tsx';

type Props = {
  desk: Desk;
  words: { subject: string; text: string };
  html: string | undefined;
  /** What stands under it. */
  signature: boolean;
  marketing: boolean;
};
const typingMs = 400;

/** A mail as the contact would get it, with what stands under it, and the blanks for which nothing is known. */
export function MailPreview({ desk, words, html, ...foot }: Props) {
  const t = useTranslations('mailOut.write');
  const wordsOf = useMissingWords();
  const [{ subject, text }] = useDebouncedValue(words, typingMs);
  const isWhole = subject.trim() !== '' && text.trim() !== '';
  const body = { ...desk, subject, text, ...foot, ...(html && { html }) };
  const { data, error } = useQuery({
    queryKey: ['mail-preview', body],
    queryFn: () => api().previewMail({ body }),
    enabled: isWhole,
    placeholderData: keepPreviousData,
    gcTime: 0,
    meta: { isFar: true }, // what is half written is not kept beside what was read
    retry: false,
  });
  const missing = [...new Set(data?.missing.map(({ field }) => `{{${field}}}`))];
  if (!isWhole || !data)
    return (
      <Paper component="section" withBorder p="sm" aria-label={t('preview')}>
        {!isWhole && <Text c="var(--rapport-quiet)">{t('notWhole')}</Text>}
        {isWhole && error && <ProblemBox error={error} />}
        {isWhole && !error && <Skeleton h={80} />}
      </Paper>
    );
  return (
    <section aria-label={t('preview')}>
      <MailSheet title={t('asTheyGetIt')} subject={data.subject} text={data.text} html={data.html}>
        {missing.length > 0 && (
          <Text size="sm" c="var(--rapport-wrong)" role="status">
            {wordsOf(missing)}
          </Text>
        )}
      </MailSheet>
    </section>
  );
}
