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

/** What a row says, as a change of the record as it is: single values are replaced, lists are added to, what is not said stays. */
export async function adding(
  type: RecordType<Owned, object, object>,
  record: Owned,
  patch: Record<string, unknown>,
  by: Context,
): Promise<object> {
  const own = (await type.matched?.(record, patch, by)) ?? patch;
  return Object.fromEntries(
    Object.entries(own).map(([name, value]) => {
      const had = (record as Record<string, unknown>)[name];
      const isList = name in lists && Array.isArray(value) && Array.isArray(had);
      return [name, isList ? union(name, had, value) : value];
    }),
  );
}
