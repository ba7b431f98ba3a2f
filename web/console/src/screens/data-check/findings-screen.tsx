import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Waiting } from '../../app/waiting.tsx';
import { BackLink } from '../../parts/back-link.tsx';
import { Empty } from '../../parts/empty.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { More } from '../../parts/more.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { Screen } from '../../parts/screen.tsx';
import type { CheckedKind, CheckName, Deed } from './checks.ts';
import classes from './data-check.module.css';
import { FindingsList } from './findings-list.tsx';
import { findingsQuery } from './queries.ts';

type Props = { kind: CheckedKind; check: CheckName; deeds: readonly Deed[] };

/** What a check found. A page is empty where all that it held was mended a moment ago: the next one is read by itself. */
function useFindings(kind: CheckedKind, check: CheckName) {
  const pages = useInfiniteQuery(findingsQuery({ kind, check }));
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = pages;
  const isBare =
    hasNextPage && !isFetching && !isError && data?.pages.every(({ items }) => items.length === 0);
  useEffect(() => {
    if (isBare) void fetchNextPage();
  }, [isBare, fetchNextPage]);
  return pages;
}

function AllMended() {
  const t = useTranslations('dataCheck');
  const back = (
    <LinkButton to="/data-check" variant="default">
      {t('back')}
    </LinkButton>
  );
  return (
    <Empty icon={IconCircleCheck} title={t('allMended')} action={back}>
      {t('allMendedWhy')}
    </Empty>
  );
}

const Failed = ({ error, again }: { error: unknown; again: () => void }) => (
  <div className={classes.banner}>
    <ProblemBox error={error} again={again} />
  </div>
);

/** The list stays though nothing is in it: what is under way in it, or is told of it, goes on. */
function Findings({ kind, check, deeds }: Props) {
  const pages = useFindings(kind, check);
  const again = () => void pages.refetch();
  if (!pages.data) return pages.error ? <Failed error={pages.error} again={again} /> : <Waiting />;
  const findings = pages.data.pages.flatMap(({ items }) => items);
  const behind = () => {
    if (pages.error && (findings.length === 0 || pages.isFetchNextPageError))
      return <Failed error={pages.error} again={again} />;
    if (findings.length > 0) return <More pages={pages} />;
    return pages.hasNextPage ? <Waiting /> : <AllMended />;
  };
  return (
    <FindingsList kind={kind} check={check} deeds={deeds} findings={findings} isWhole={!pages.hasNextPage}>
      {behind()}
    </FindingsList>
  );
}

/** Their names say already what is checked. */
const saysKind: readonly CheckName[] = ['stale', 'overdue'];

/** What a check found among the records of a kind, and what to do about it. */
export function FindingsScreen(props: Props) {
  const { kind, check } = props;
  const t = useTranslations('dataCheck');
  const many = useTranslations('kinds.many');
  const name = t(`checks.${check}.title`);
  const title = saysKind.includes(check) ? name : t('listTitle', { check: name, kind: many(kind) });
  return (
    <Screen title={title} flush before={<BackLink to="/data-check" aria-label={t('back')} />}>
      <Text className={classes.about ?? ''}>{t(`checks.${check}.about`)}</Text>
      <Findings {...props} />
    </Screen>
  );
}
