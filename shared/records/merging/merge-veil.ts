import type { MergeableKind } from '../../core/record.ts';
import { hiddenFields, isHiddenIn } from '../../core/rights.ts';
import { type Veil, veiled } from '../../core/veil.ts';

type Shown = { ownerId?: string };
/** Two records that are apart again, and the names of fields, without what is hidden of either. */
export const veilApart =
  (kind: MergeableKind): Veil =>
  (who, { survivor, record, kept }: { survivor: Shown; record: Shown; kept: string[] }) => {
    const hidden = hiddenFields(who, kind, survivor.ownerId);
    return {
      survivor: veiled(who, kind, survivor),
      record: veiled(who, kind, record),
      kept: kept.filter((name) => !isHiddenIn(hidden, name)),
    };
  };
