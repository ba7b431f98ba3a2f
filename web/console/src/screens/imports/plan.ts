import type { Import } from '../../../../client/src/index.ts';

type Counts = Pick<NonNullable<Import['check']>, 'new' | 'existing' | 'repeated' | 'invalid'>;
/** What a run would do, in rows. */
export type Plan = { made: number; changed: number; repeats: number; left: number };

/** What a run makes of rows that were checked (docs/imports.md, "The dry run"). */
export function planOf(mode: Import['mode'] = 'create', counts: Counts): Plan {
  const { new: fresh, existing, repeated, invalid } = counts;
  if (mode === 'create') return { made: fresh, changed: 0, repeats: 0, left: existing + repeated + invalid };
  if (mode === 'update') return { made: 0, changed: existing, repeats: repeated, left: fresh + invalid };
  return { made: fresh, changed: existing, repeats: repeated, left: invalid };
}
