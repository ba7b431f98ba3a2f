import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { Actor, Context } from '../../../shared/core/actor.ts';
import { type IdKind, idPrefixes } from '../../../shared/core/ids.ts';
import type { CheckedRow } from '../../../shared/imports/checked-row.ts';
import type { Import } from '../../../shared/imports/import.ts';
import type { RowStep } from './row-mark.ts';

/** The id of what a row of a run is made into: the same whenever it is run, and another one when it is run anew. */
export function idOfRow({ id, running, createdAt }: Import, number: number, kind: IdKind, of = ''): string {
  const digest = createHash('sha256').update([id, running, number, kind, of].join('\n')).digest();
  let at = 0;
  return `${idPrefixes[kind]}_${ulid(Date.parse(createdAt), () => (digest[at++] ?? 0) / 256)}`;
}

/** Who acts, and what what they make is called, for one row. */
export const contextOfRow = (one: Import, actor: Actor, row: CheckedRow, step: RowStep = 'row'): Context => ({
  actor,
  now: new Date().toISOString(),
  cause: one.id,
  idFor: (kind, of) => idOfRow(one, row.number, kind, of && `${step} ${of}`),
  source: {
    kind: 'import',
    id: one.id,
    ...(row.besides?.source && { utm: { source: row.besides.source.slice(0, 200) } }),
  },
  ...(!one.tells && { quiet: true as const }),
});
