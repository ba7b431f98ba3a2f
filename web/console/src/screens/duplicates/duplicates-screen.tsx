import { Tabs } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { permissionFor } from '../../api/kinds.ts';
import { useMay } from '../../app/me.ts';
import { Waiting } from '../../app/waiting.tsx';
import { Empty } from '../../parts/empty.tsx';
import { More } from '../../parts/more.tsx';
import { ProblemBox } from '../../parts/problem.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useIsPhone } from '../../parts/use-is-phone.ts';
import classes from './duplicates.module.css';
import { isMatchKind, type MatchKind, matchKinds } from './likeness.ts';
import { PairLine } from './pair-line.tsx';
import { pairKey, pairsQuery } from './queries.ts';
import { RunButton, RunState } from './run.tsx';
import { useDuplicatesSearch } from './search.ts';

function PairsList({ kind }: { kind: MatchKind }) {
  const t = useTranslations('duplicates');
  const pages = useInfiniteQuery(pairsQuery(kind));
  if (pages.error && !pages.data)
    return (
      <div className={classes.banner}>
        <ProblemBox error={pages.error} again={() => void pages.refetch()} />
      </div>
    );
  if (!pages.data) return <Waiting />;
  const pairs = pages.data.pages.flatMap(({ items }) => items);
  if (pairs.length === 0 && !pages.hasNextPage)
    return (
      <Empty icon={IconCopyCheck} title={t('none')}>
        {t('noneWhy')}
      </Empty>
    );
  return (
    <>
      <ul className={classes.pairs} aria-label={t('list')}>
        {pairs.map((pair) => (
          <PairLine key={pairKey(pair)} kind={kind} pair={pair} />
        ))}
      </ul>
      <More pages={pages} />
    </>
  );
}

/** Who may be there twice, to be compared, merged, or told apart. */
export function DuplicatesScreen() {
  const t = useTranslations('duplicates');
  const kinds = useTranslations('kinds.many');
  const may = useMay();
  const isPhone = useIsPhone();
  const { kind, go } = useDuplicatesSearch();
  const tabs = (
    <Tabs value={kind} onChange={(to) => isMatchKind(to) && go(to)}>
      <Tabs.List aria-label={t('kinds')}>
        {matchKinds
          .filter((one) => may(permissionFor(one, 'read')))
          .map((one) => (
            <Tabs.Tab key={one} value={one} mih={isPhone ? 44 : 36}>
              {kinds(one)}
            </Tabs.Tab>
          ))}
      </Tabs.List>
      {matchKinds.map((one) => (
        <Tabs.Panel key={one} value={one}>
          {one === kind && (
            <>
              <RunState kind={kind} />
              <PairsList key={kind} kind={kind} />
            </>
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
  return (
    <Screen title={t('title')} flush actions={<RunButton kind={kind} />}>
      {tabs}
    </Screen>
  );
}
