import { useTranslations } from 'use-intl';
import type { Tile } from './queries.ts';

/** What a tile is called: as its maker said, else as its report is. */
export function useTileTitle() {
  const t = useTranslations('reports');
  return ({ title, report }: Pick<Tile, 'title' | 'report'>): string => {
    const name = `names.${report}` as 'names.sales';
    return title ?? (t.has(name) ? t(name) : report);
  };
}

/** A tile by another title; by none it is called as its report is. */
export function titled(tile: Tile, typed: string): Tile {
  const { title: _, ...rest } = tile;
  return typed.trim() ? { ...rest, title: typed } : rest;
}
