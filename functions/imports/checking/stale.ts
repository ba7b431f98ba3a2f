import type { CleanedRow } from '../../../shared/imports/cleaning/clean-row.ts';
import type { ImportKind } from '../../../shared/imports/mapping/import-fields.ts';

const yearMs = 365 * 86_400_000;

/** A lead that began more than a year ago and became nothing: whoever has moved on is better asked than kept. */
export function isStale(kind: ImportKind, { values, besides }: CleanedRow, now: string): boolean {
  if (kind !== 'contact') return false;
  const { lifecycle = 'lead' } = values;
  const { createdAt } = besides;
  return (
    lifecycle === 'lead' && typeof createdAt === 'string' && Date.parse(createdAt) < Date.parse(now) - yearMs
  );
}
