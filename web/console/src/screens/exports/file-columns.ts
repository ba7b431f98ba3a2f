import type { ListedKind } from '../../api/kinds.ts';
import type { FieldDef } from '../../fields/field-def.ts';
import { type Column, inTitle } from '../lists/columns.ts';

/** What is seen on a screen, and is no column of a file. */
const onlySeen: Partial<Record<ListedKind, readonly string[]>> = {
  contact: ['consents', 'risk'],
  deal: ['items', 'daysInStage', 'nextPlannedAt', 'overdueSince', 'idle', 'stageEnteredAt'],
  order: ['dealId'],
  task: ['origin'],
  ticket: ['reopened'],
};

type Known = ReadonlyMap<string, Pick<FieldDef, 'currencyIn'>>;
/** The fields of the columns that a list shows, in their order behind what its rows are called; an amount with its currency. */
export function fileColumns(kind: ListedKind, columns: readonly Column[], known: Known): string[] {
  const shown = columns.flatMap(({ field }) => {
    const def = known.get(field);
    if (!def || onlySeen[kind]?.includes(field)) return [];
    return def.currencyIn ? [field, def.currencyIn] : [field];
  });
  return [...new Set([...inTitle[kind], ...shown])];
}
