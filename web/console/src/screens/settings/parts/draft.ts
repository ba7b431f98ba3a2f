import { equal } from './equal.ts';

/** What was saved, at which version; a new thing has none. */
export type Saved<V extends object> = { version?: number | undefined; values: V };
/** What a person changed, and nothing else. */
export type Draft<V extends object> = Partial<V>;

/** The draft with one more field; a field that is as it was saved is no change. */
export function withField<V extends object, K extends keyof V>(
  { values }: Saved<V>,
  draft: Draft<V>,
  name: K,
  value: V[K],
): Draft<V> {
  const { [name]: _, ...others } = draft;
  return equal(value, values[name]) ? (others as Draft<V>) : { ...draft, [name]: value };
}

/** The fields that both the person and somebody else changed, each to something else. */
export const conflictsOf = <V extends object>(
  before: Saved<V>,
  after: Saved<V>,
  draft: Draft<V>,
): (keyof V)[] =>
  (Object.keys(draft) as (keyof V)[]).filter(
    (name) => !equal(before.values[name], after.values[name]) && !equal(after.values[name], draft[name]),
  );

/** The draft upon what somebody else has saved meanwhile: what they made the same is no change any more. */
export const rebased = <V extends object>(after: Saved<V>, draft: Draft<V>): Draft<V> =>
  Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => !equal(value, after.values[name as keyof V])),
  ) as Draft<V>;
