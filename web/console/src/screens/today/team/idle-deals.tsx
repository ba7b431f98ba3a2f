import { Anchor, Button, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { ListedDeal } from '../../../../../client/src/index.ts';
import { listQuery } from '../../../api/records.ts';
import { useFormats } from '../../../parts/format.ts';
import { Person } from '../../../parts/person.tsx';
import { ProblemBox } from '../../../parts/problem.tsx';
import { LinesWaiting } from '../section.tsx';
import classes from './team.module.css';
import { useStageName } from './use-stage-name.ts';

/** What lies still lies there for long: the oldest open deals are looked through first. */
const pageSize = 100;
const oldestOpen = (ownerId: string | undefined) =>
  listQuery('deal', {
    status: 'open',
    sort: 'created',
    direction: 'asc',
    limit: pageSize,
    ...(ownerId && { ownerId }),
  });

/** Since when nothing has happened: neither with the deal, nor was it moved. */
const idleSince = ({ lastActivity, stageEnteredAt }: ListedDeal) =>
  lastActivity && lastActivity.at > stageEnteredAt ? lastActivity.at : stageEnteredAt;
const dayMs = 86_400_000;
const idleDays = (deal: ListedDeal) => Math.floor((Date.now() - Date.parse(idleSince(deal))) / dayMs);

function useLast() {
  const t = useTranslations('today.teamTab');
  const { ago } = useFormats();
  return ({ lastActivity: last }: ListedDeal) => {
    if (!last) return t('idleNever');
    const name = `last.${last.kind}` as 'last.call';
    return t('idleSince', { what: t.has(name) ? t(name) : last.kind, ago: ago(last.at) });
  };
}

function IdleDeal({ deal }: { deal: ListedDeal }) {
  const t = useTranslations('today.teamTab');
  const { money } = useFormats();
  const stageOf = useStageName();
  const lastOf = useLast();
  return (
    <li className={classes.row}>
      <Person id={deal.ownerId} />
      <div className={classes.words}>
        <Anchor component={Link} to={`/deals/${deal.id}`} className={classes.title}>
          {deal.name}
        </Anchor>
        <span className={classes.about}>
          {t('idleFor', { days: idleDays(deal), stage: stageOf(deal) })} · {lastOf(deal)}
        </span>
      </div>
      <span className={classes.amount}>{money(deal.amountCents, deal.currency)}</span>
    </li>
  );
}

/** Open deals with which nothing has happened for their stage's idle days, whose, for how long, and what last happened. */
export function IdleDeals({ ownerId }: { ownerId: string | undefined }) {
  const t = useTranslations('today.teamTab');
  const list = useInfiniteQuery(oldestOpen(ownerId));
  const all = list.data?.pages.flatMap(({ items }) => items as unknown as ListedDeal[]) ?? [];
  const idle = all.filter((deal) => deal.idle).sort((a, b) => idleSince(a).localeCompare(idleSince(b)));
  return (
    <section className={classes.section}>
      <header className={classes.head}>
        <Title order={2}>{t('idle')}</Title>
        {list.data && <span className={classes.count}>{idle.length}</span>}
      </header>
      {list.isPending && <LinesWaiting />}
      {!list.data && list.error && <ProblemBox error={list.error} again={() => void list.refetch()} />}
      {list.data && idle.length === 0 && !list.hasNextPage && (
        <Text className={classes.none}>{t('idleNone')}</Text>
      )}
      {idle.length > 0 && (
        <ul className={classes.rows}>
          {idle.map((deal) => (
            <IdleDeal key={deal.id} deal={deal} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className={classes.further}>
          <Text c="var(--rapport-quiet)">{t('looked', { count: all.length })}</Text>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('lookFurther')}
          </Button>
        </div>
      )}
    </section>
  );
}
