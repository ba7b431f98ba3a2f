import type { AnyRecord } from '../../api/kinds.ts';

/** A record in which a check found something, and what would mend it. */
export type Finding = { record: AnyRecord; fields: string[]; repair?: Record<string, unknown> };
/** What a repair makes of a value; `to` is undefined where it goes. */
export type Changed = { field: string; from: unknown; to: unknown };

type Email = { address: string };
const addressesIn = (value: unknown) =>
  (Array.isArray(value) ? (value as Email[]) : []).map(({ address }) => address);

/** Address by address: what is corrected stands in its place, what goes is there no more. */
function emailChanges(before: string[], after: string[]): Changed[] {
  const isCorrected = before.length === after.length;
  return before.flatMap((from, at) => {
    const to = isCorrected ? after[at] : after.find((one) => one === from);
    return to === from ? [] : [{ field: 'emails', from, to }];
  });
}

/** What the suggestion of a finding changes, value by value. */
export function changesOf({ record, repair = {} }: Finding): Changed[] {
  return Object.entries(repair).flatMap(([field, to]) =>
    field === 'emails'
      ? emailChanges(addressesIn(record.emails), addressesIn(to))
      : [{ field, from: record[field], to: to ?? undefined }],
  );
}
