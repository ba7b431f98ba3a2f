import { UnstyledButton } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BoardStage } from '../../../../client/src/index.ts';
import classes from './board.module.css';

/** The column that is in sight where one fills the screen. */
function useInSight(lane: RefObject<HTMLElement | null>, ids: string) {
  const [inSight, setInSight] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other stages are other columns to watch
  useEffect(() => {
    if (!lane.current) return;
    const watch = new IntersectionObserver(
      (entries) => {
        const seen = entries.find(({ isIntersecting }) => isIntersecting)?.target;
        if (seen instanceof HTMLElement) setInSight(seen.dataset.stageColumn);
      },
      { root: lane.current, threshold: 0.6 },
    );
    for (const column of lane.current.children) watch.observe(column);
    return () => watch.disconnect();
  }, [lane, ids]);
  return inSight;
}

/** On a phone a stage fills the screen: these say which, and lead to the others. */
export function StageTabs({ stages, lane }: { stages: BoardStage[]; lane: RefObject<HTMLElement | null> }) {
  const t = useTranslations('board');
  const bar = useRef<HTMLElement>(null);
  const inSight = useInSight(lane, stages.map(({ id }) => id).join());
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>(`[data-tab="${inSight}"]`);
    if (tab && bar.current) bar.current.scrollTo({ left: tab.offsetLeft - 48, behavior: 'smooth' });
  }, [inSight]);
  const show = (id: string) =>
    lane.current
      ?.querySelector(`[data-stage-column="${id}"]`)
      ?.scrollIntoView({ inline: 'start', block: 'nearest' });
  return (
    <nav ref={bar} className={classes.tabs} aria-label={t('stages')}>
      {stages.map(({ id, name, count }) => (
        <UnstyledButton
          key={id}
          className={classes.tab}
          data-tab={id}
          aria-current={id === inSight ? 'true' : undefined}
          onClick={() => show(id)}
        >
          {name} <span className={classes.tabCount}>{count}</span>
        </UnstyledButton>
      ))}
    </nav>
  );
}
