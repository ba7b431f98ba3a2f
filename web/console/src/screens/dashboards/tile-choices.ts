import { useLocale, useTranslations } from 'use-intl';
import { figureWord } from '../../../../../shared/dashboards/figure-words.ts';
import { charts, relativePeriods } from '../../../../../shared/dashboards/tile-options.ts';
import type { ReportList } from '../../../../client/src/index.ts';
import type { Tile } from './queries.ts';

type Listed = ReportList['items'][number];
type Choice = { value: string; label: string };

/** Months that were chosen when the tile was pinned, and do not go with the present one. */
const ownMonths = 'own';

/** Those that a report takes where none are said. */
const usualMonths = 'usual' as const;

/** The months that a tile is of: by a period's name, by themselves, or as its report takes them. */
export const periodOf = ({ period, query }: Tile): string =>
  period ?? (query.from || query.to ? ownMonths : usualMonths);

/** A tile of other months; `before` is as it was when one began to change it. */
export function withPeriod(tile: Tile, before: Tile, chosen: string): Tile {
  const { period: _, ...rest } = tile;
  if (chosen === ownMonths) return { ...rest, query: before.query };
  const { from: __, to: ___, ...query } = before.query;
  const period = relativePeriods.find((one) => one === chosen);
  return { ...rest, query, ...(period && { period }) };
}

/** A tile of another list: of what it said, what that has as well. */
export function withPart(tile: Tile, part: Listed['parts'][number]): Tile {
  return { ...tile, part: part.name, figures: tile.figures.filter((name) => part.figures.includes(name)) };
}

/** The lists of a report that a tile may be of: what came before, where it is compared with that. */
export const partsFor = ({ query }: Tile, { parts }: Listed): Listed['parts'] =>
  parts.filter(
    ({ name, figures }) => figures.length > 0 && (query.compare !== undefined || !name.startsWith('before')),
  );

/** What there is to choose from, in words. */
export function useTileChoices() {
  const t = useTranslations('reports.dashboards');
  const language = useLocale().startsWith('de') ? 'de' : 'en';
  const called = (name: string): string => {
    const key = `parts.${name.replaceAll('.', '_')}` as 'parts.rows';
    return t.has(key) ? t(key) : figureWord(name, language);
  };
  return {
    periods: (tile: Tile): Choice[] => [
      ...([usualMonths, ...relativePeriods] as const).map((value) => ({
        value,
        label: t(`periods.${value}`),
      })),
      ...(periodOf(tile) === ownMonths ? [{ value: ownMonths, label: t('periods.own') }] : []),
    ],
    parts: (all: Listed['parts']): Choice[] => all.map(({ name }) => ({ value: name, label: called(name) })),
    figures: (names: readonly string[]): Choice[] =>
      names.map((name) => ({ value: name, label: figureWord(name, language) })),
    charts: charts.map((value) => ({ value, label: t(`charts.${value}`) })),
  };
}
