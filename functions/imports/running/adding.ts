import type { Context } from '../../../shared/core/actor.ts';
import { canonical } from '../../../shared/core/canonical.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';

/** Lists that a row adds to: what stands in them already is never lost by being left out of a file. */
const lists: Readonly<Record<string, (entry: never) => unknown>> = {
  phones: ({ number }: { number: string }) => number,
  addresses: (address) => canonical(address),
  socialProfiles: ({ url }: { url: string }) => url,
  tags: (tag: string) => tag.toLowerCase(),
};

function union(name: string, had: readonly unknown[], more: readonly unknown[]): unknown[] {
  const nameOf = lists[name] as (entry: unknown) => unknown;
  const known = new Set(had.map(nameOf));
  return [...had, ...more.filter((entry) => !known.has(nameOf(entry)))];
}

/** What is said, as a change of what there is: lists are added to. */
export const withLists = (had: object, said: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(said).map(([name, value]) => {
      const before = (had as Record<string, unknown>)[name];
      const isList = name in lists && Array.isArray(value) && Array.isArray(before);
      return [name, isList ? union(name, before, value) : value];
    }),
  );

/** What a row says, as a change of the record as it is: single values are replaced, lists are added to, what is not said stays. */
export const adding = async (
  type: RecordType<Owned, object, object>,
  record: Owned,
  patch: Record<string, unknown>,
  by: Context,
): Promise<object> => withLists(record, (await type.matched?.(record, patch, by)) ?? patch);
