export type Agreement = 'same' | 'close' | 'different' | 'missing';
/** What one field says: bits for (positive) or against (negative) two records being one. */
export type Reason = { field: string; agreement: Agreement; weight: number };

export const missing = (field: string): Reason => ({ field, agreement: 'missing', weight: 0 });

/** The reason that says most for the two being one, of all pairs of values that two records have; missing where one has none. */
export function bestOf<T>(
  field: string,
  one: readonly T[],
  other: readonly T[],
  compare: (a: T, b: T) => Omit<Reason, 'field'>,
): Reason {
  let best: Omit<Reason, 'field'> | undefined;
  for (const a of one)
    for (const b of other) {
      const found = compare(a, b);
      if (!best || found.weight > best.weight) best = found;
    }
  return best ? { field, ...best } : missing(field);
}
