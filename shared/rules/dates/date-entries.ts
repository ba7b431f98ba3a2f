import { type Facts, valuesAt } from '../../conditions/condition.ts';
import { isDay, isInstant } from '../../conditions/moment.ts';
import { localDate } from '../../core/local-day.ts';
import type { Entry } from '../../core/projection.ts';
import { workspacePk } from '../../core/record.ts';
import type { Catalogue, Dated } from '../../segments/catalogue.ts';

type Named = { workspaceId: string; kind: string };
/** RULE-DATE-1: a kind's records by the day that a field says; by month and day where it comes every year. */
export const datedPk = ({ workspaceId, kind }: Named, { field, yearly }: Pick<Dated, 'field' | 'yearly'>) =>
  `${workspacePk(workspaceId)}#DATED#${kind.toUpperCase()}#${field}${yearly ? '#YEARLY' : ''}`;

const monthDayForm = /^-?-?(?:\d{4}-)?(\d{2}-\d{2})$/; // a birthday may have no year (RFC 6350: --03-14)
/** The day (YYYY-MM-DD) of a day or an instant, in the workspace's zone; by month and day (MM-DD) where it comes every year. */
function dayOf(value: unknown, yearly: boolean, timeZone: string): string | undefined {
  if (typeof value !== 'string') return undefined;
  const day = isInstant(value) ? localDate(value, timeZone) : value;
  if (yearly) return monthDayForm.exec(day)?.[1];
  return isDay(day) ? day : undefined;
}

/** A list has few of them, and a record few lists. */
const mostDays = 5;
/** Where a record stands by the days of the fields that live rules ask for. Pure: time alone moves none of them. */
export function dateEntries(
  { id, ...named }: Named & { id: string },
  facts: Facts,
  { dates, timeZone }: Pick<Catalogue, 'dates' | 'timeZone'>,
): Entry[] {
  return dates.flatMap((dated) => {
    const days = valuesAt(facts, dated.field).flatMap((one) => dayOf(one, dated.yearly, timeZone) ?? []);
    const pk = datedPk(named, dated);
    return [...new Set(days)]
      .slice(0, mostDays)
      .map((day) => ({ pk, sk: `${day}#${id}`, of: named.kind, id }));
  });
}
