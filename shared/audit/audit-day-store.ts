import type { Page, PageRequest } from '../core/page.ts';
import type { Item } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { cursorOf, keyOf } from '../platform/cursor.ts';
import { queryItems } from '../platform/dynamo.ts';
import { type AuditLine, auditDayPk } from './audit.ts';
import { lineOfItem } from './audit-store.ts';

/** Days that one request looks at: a quiet year costs 46 requests of 8 Queries, not one of 365. */
const mostDays = 8;

const dayOf = (at: string) => at.slice(0, 10);
const dayBefore = (day: string) =>
  dayOf(new Date(Date.parse(`${day}T00:00:00.000Z`) - 86_400_000).toISOString());

/** Where a page goes on: behind a line, or with a day from its end. */
type Place = { day: string; after?: string | undefined };
const placeOf = (sk: string): Place => (sk.includes('#') ? { day: dayOf(sk), after: sk } : { day: sk });
const skOf = ({ day, after }: Place) => after ?? day;

type Range = { from: string; to: string };
const isOver = ({ day, after = '~' }: Place, { from, to }: Range) =>
  from >= to || day < dayOf(from) || after < from;

/** Up to `wanted` lines from a place on, and where to go on; nowhere where the range is at its end. */
async function walk(
  workspaceId: string,
  range: Range,
  start: Place,
  wanted: number,
): Promise<{ items: Item[]; next: Place | undefined }> {
  const items: Item[] = [];
  let place: Place = start;
  for (let days = 0; days < mostDays && !isOver(place, range); days++) {
    const pk = auditDayPk(workspaceId, place.day);
    const { items: found, last } = await queryItems({
      ...range,
      pk,
      newestFirst: true,
      limit: wanted - items.length,
      after: place.after === undefined ? undefined : { pk, sk: place.after },
    });
    items.push(...found);
    if (last) return { items, next: { day: place.day, after: last.sk } };
    place = { day: dayBefore(place.day) };
    if (items.length === wanted) break;
  }
  return { items, next: isOver(place, range) ? undefined : place };
}

/**
 * AUDIT-1: a workspace's lines between two instants, newest first; a Query a day, at most eight a page. A page may be short or
 * empty and yet have a cursor: what is left lies further back. The cursor is bound to the workspace and to
 * `asked`, what the list was asked with.
 */
export async function auditDaysPage(
  workspaceId: string,
  range: Range,
  { limit, cursor }: PageRequest,
  asked: string,
): Promise<Page<AuditLine>> {
  const pk = `${workspacePk(workspaceId)}#AUDIT`;
  const scope = `audit ${asked}`;
  const start = cursor ? placeOf((await keyOf(cursor, pk, scope)).sk) : { day: dayOf(range.to) };
  const { items, next } = await walk(workspaceId, range, start, limit);
  return {
    items: items.map(lineOfItem),
    cursor: next && (await cursorOf({ pk, sk: skOf(next) }, scope)),
  };
}
