import type { Spend } from '../../../../../client/src/index.ts';

type Named = { source: string; campaign?: string | undefined };
/** A source, or one campaign of it, in the spelling in which the API keeps them. */
export type SpendRow = Named & { key: string };

export const rowKey = ({ source, campaign = '' }: Named): string => `${source}\n${campaign}`;

/** Each source and campaign once, by name; a source itself before its campaigns. */
export function rowsOf(all: readonly Named[]): SpendRow[] {
  const rows = new Map(
    all.map(({ source, campaign }): [string, SpendRow] => {
      const key = rowKey({ source, campaign });
      return [key, { key, source, ...(campaign && { campaign }) }];
    }),
  );
  return [...rows.values()].sort((a, b) => a.key.localeCompare(b.key));
}

/** What a row comes to, by currency: they are not added. */
export function sumsOf(spend: readonly Spend[], row: string): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const one of spend)
    if (rowKey(one) === row) sums[one.currency] = (sums[one.currency] ?? 0) + one.amountCents;
  return sums;
}

export const centsOf = (units: number) => Math.round(units * 100);
export const unitsOf = (cents: number | undefined) => (cents === undefined ? undefined : cents / 100);
