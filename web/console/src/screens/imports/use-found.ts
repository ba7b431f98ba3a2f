import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Import } from '../../../../client/src/index.ts';
import { api } from '../../api/client.ts';
import { type Found, foundWith, isAllFound, nothingFound } from './found.ts';
import type { Outcome } from './queries.ts';

const pageSize = 100;
/** Rows that are looked through by themselves: a request each hundred. */
const atOnce = 10_000;
/** Those with faults and those that change something first. */
const order: readonly Outcome[] = ['invalid', 'existing', 'repeated', 'new'];
type Check = NonNullable<Import['check']>;

/** The rows of a dry run, page by page, whatever they would become. */
async function* allPages({ id }: Import, check: Check, signal: AbortSignal) {
  for (const outcome of order.filter((one) => check[one] > 0)) {
    const asked = { path: { importId: id }, query: { outcome, limit: pageSize } };
    for await (const { items } of api().pages('listCheckedRows', asked, { signal })) yield items;
  }
}
/** What stands in them, until there is nothing left to find, or `most` rows were looked through. */
async function* lookThrough(one: Import, check: Check, most: number, signal: AbortSignal) {
  let found = nothingFound;
  if (isAllFound(found, check)) return;
  for await (const rows of allPages(one, check, signal)) {
    found = foundWith(found, rows);
    yield found;
    if (isAllFound(found, check) || found.looked >= most) return;
  }
}

const keyOf = ({ id, version }: Import) => ['import-found', id, version];
/** Many rows are not kept for times without a network. */
const kept = {
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
  meta: { isFar: true },
} as const;

/** What was found so far. */
const soFarQuery = (one: Import) =>
  queryOptions<Found>({ ...kept, queryKey: [...keyOf(one), 'so far'], queryFn: skipToken });
const foundQuery = (one: Import, check: Check, most: number) =>
  queryOptions({
    ...kept,
    queryKey: [...keyOf(one), most],
    queryFn: async ({ client, signal }) => {
      let last = nothingFound;
      for await (const found of lookThrough(one, check, most, signal)) {
        last = found;
        client.setQueryData(soFarQuery(one).queryKey, found);
      }
      return last;
    },
  });

/**
 * What stands in the rows of a dry run, whatever they would become. The API has them by outcome, so that they are looked through
 * here: no further than there is something to find, and of very many rows so far as one asks.
 */
export function useFound(one: Import, check: Check) {
  const [most, setMost] = useState(atOnce);
  const soFar = useQuery(soFarQuery(one));
  const { data, isFetching, error } = useQuery(foundQuery(one, check, most));
  const found = data ?? soFar.data ?? nothingFound;
  return {
    found,
    error,
    isLooking: isFetching,
    isWhole: isAllFound(found, check),
    lookOn: () => setMost((before) => before + atOnce),
  };
}
export type Looking = ReturnType<typeof useFound>;
