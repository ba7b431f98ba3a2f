import { Select, Skeleton, Stack } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Empty } from '../../parts/empty.tsx';
import { More } from '../../parts/more.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { IntakeLine, type IntakeMessage, type Thread } from './intake-line.tsx';
import { figuresQuery, intakeQuery } from './mail-queries.ts';
import { type MailTab, useMailSearch } from './mail-search.ts';
import type { IntakeReason } from './reasons.ts';

/** Messages of one thread are one line, where its newest stands. */
function threadsOf(messages: IntakeMessage[]): Thread[] {
  const byThread = Map.groupBy(messages, ({ threadId, id }) => threadId ?? id);
  return [...byThread.values()].flatMap((all) => (all[0] ? [{ latest: all[0], count: all.length }] : []));
}

/** Why messages were skipped, each with how many. */
function ReasonChoice() {
  const t = useTranslations('mail');
  const { reason, go } = useMailSearch();
  const { data } = useQuery(figuresQuery);
  const found = Object.entries(data?.skipped ?? {}).filter(([, count]) => count > 0);
  const options = found.map(([value, count]) => ({
    value,
    label: `${t(`reasons.${value as IntakeReason}`)} (${count})`,
  }));
  return (
    <Select
      m="sm"
      aria-label={t('reason')}
      placeholder={t('anyReason')}
      data={options}
      value={reason ?? null}
      onChange={(value) => go({ tab: 'skipped', ...(value && { reason: value as IntakeReason }) })}
      clearable
    />
  );
}

/** What came in and was logged, skipped or failed, newest first. */
export function IntakeList({ tab }: { tab: Exclude<MailTab, 'sent' | 'suppressed'> }) {
  const t = useTranslations('mail');
  const common = useTranslations('common');
  const { reason, id, go } = useMailSearch();
  const pages = useInfiniteQuery(intakeQuery(tab, reason));
  const threads = threadsOf(pages.data?.pages.flatMap(({ items }) => items) ?? []);
  if (pages.error && !pages.data)
    return <ProblemBox error={pages.error} again={() => void pages.refetch()} />;
  const isEmpty = pages.data !== undefined && threads.length === 0;
  return (
    <>
      {tab === 'skipped' && <ReasonChoice />}
      {pages.isPending && (
        <Stack p="md" gap="sm" role="status" aria-label={common('loading')}>
          {[1, 2, 3, 4].map((line) => (
            <Skeleton key={line} h={48} />
          ))}
        </Stack>
      )}
      {isEmpty && (
        <Empty icon={IconInbox} title={t(`empty.${tab}`)}>
          {t(`emptyWhy.${tab}`)}
        </Empty>
      )}
      {threads.map((thread) => {
        const open = () => go({ tab, ...(reason && { reason }), id: thread.latest.id });
        return (
          <IntakeLine
            key={thread.latest.id}
            thread={thread}
            isCurrent={thread.latest.id === id}
            open={open}
          />
        );
      })}
      <More pages={pages} />
    </>
  );
}
