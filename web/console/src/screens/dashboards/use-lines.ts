import { useLocale, useTranslations } from 'use-intl';
import { figureWord } from '../../../../../shared/dashboards/figure-words.ts';
import type { TileFigures } from '../../../../client/src/index.ts';
import type { Dimension } from '../reports/reports.ts';
import { useCalled } from '../reports/use-called.ts';
import { useWords } from '../reports/use-words.ts';

export type Column = TileFigures['columns'][number];
type Line = TileFigures['lines'][number];
type Cell = Line['cells'][number];

const sumOf = (cell: Cell): Record<string, number> | undefined =>
  typeof cell === 'object' && cell !== null ? cell : undefined;

/** Lines as their reader's language calls them. */
function useNames({ query, part, report }: TileFigures) {
  const t = useTranslations('reports');
  const called = useCalled();
  const { month, monthOfYear } = useWords();
  const dimension = (query.splitBy ?? query.by) as Dimension | undefined;
  const unnamed = () => (part === 'whole' ? t('dashboards.whole') : called(dimension ?? 'reason', null));
  const isMonthOfYear = (value: string) => report === 'seasons' && /^\d{1,2}$/.test(value);
  return ({ value, name }: Line): string => {
    if (value === null) return unnamed();
    if (/^\d{4}-\d{2}$/.test(value)) return month(value);
    if (isMonthOfYear(value)) return monthOfYear(Number(value));
    return dimension === 'source' ? called('source', value) : (name ?? value);
  };
}

/** A tile's columns, lines and cells as its reader's language says them. */
export function useLines(figures: TileFigures) {
  const language = useLocale().startsWith('de') ? 'de' : 'en';
  const lineName = useNames(figures);
  const { number, share, cents, inUsual } = useWords();

  const word = ({ name }: Column) => figureWord(name, language);
  const shares = (cell: Record<string, number>) =>
    Object.entries(cell)
      .map(([currency, one]) => `${share(one)} ${currency}`)
      .join(' · ') || '–';
  const plain = (kind: Column['kind'], cell: string | number) => {
    if (typeof cell === 'string') return cell;
    return kind === 'share' ? share(cell) : number(cell, 2);
  };
  const text = ({ kind }: Column, cell: Cell | undefined): string => {
    if (cell === null || cell === undefined) return '–';
    if (typeof cell !== 'object') return plain(kind, cell);
    return kind === 'money' ? cents(cell) : shares(cell);
  };
  /** For a chart, which has one currency: the workspace's. */
  const amount = ({ kind }: Column, cell: Cell | undefined): number => {
    if (kind === 'money') return inUsual(sumOf(cell ?? null));
    return typeof cell === 'number' ? cell : 0;
  };
  return { word, lineName, text, amount };
}
