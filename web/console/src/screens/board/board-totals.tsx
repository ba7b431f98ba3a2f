import { useTranslations } from 'use-intl';
import type { Board } from '../../../../client/src/index.ts';
import { useFormats } from '../../parts/format.ts';
import classes from './board.module.css';

type Sums = Record<string, number> | undefined;
function together(all: Sums[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const sums of all) {
    for (const [currency, cents] of Object.entries(sums ?? {}))
      total[currency] = (total[currency] ?? 0) + cents;
  }
  return total;
}

/** What is open in all: how many, how much, and how much of it is likely. */
export function BoardTotals({ board, isOpenAlone }: { board: Board; isOpenAlone: boolean }) {
  const t = useTranslations('board');
  const formats = useFormats();
  const open = board.stages.filter(({ kind }) => kind === 'open');
  const count = open.reduce((sum, stage) => sum + stage.count, 0);
  const sum = formats.sums(together(open.map(({ sumCents }) => sumCents)));
  const weighted = formats.sums(together(open.map(({ weightedCents }) => weightedCents)));
  return (
    <p className={classes.totals}>
      <span>{t('openDeals', { count })}</span>
      {sum && <span>{sum}</span>}
      {weighted && <span>{t('weighted', { sum: weighted })}</span>}
      {isOpenAlone && <span>{t('openAlone')}</span>}
    </p>
  );
}
