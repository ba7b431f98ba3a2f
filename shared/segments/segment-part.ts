import { type Facts, matches } from '../conditions/condition.ts';
import { nextTurn } from '../conditions/next-turn.ts';
import { dueEntry } from '../core/due.ts';
import { type Entry, nameOf, type Projected, type Seen } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { scopedEntries, scopedPks } from '../core/scoped-list.ts';
import { dateEntries } from '../rules/dates/date-entries.ts';
import { catalogueKey, catalogueOf } from './catalogue.ts';
import type { SegmentKind } from './segment-kinds.ts';

/** SEGMENT-5: a segment's members by the moment they were made; of everybody, of an owner, of a team. */
export const membersPk = (workspaceId: string, segmentId: string) =>
  `${workspacePk(workspaceId)}#SEGMENT#${segmentId}#MEMBERS`;
/** SEGMENT-6: how many there are, likewise. */
export const memberCounters = (workspaceId: string, segmentId: string) =>
  `${workspacePk(workspaceId)}#COUNT#SEGMENT#${segmentId}`;
/** The type of an entry of everybody's members, whose coming and going is told as an event. */
export const memberType = 'segment_member';

export type Member = {
  id: string;
  workspaceId: string;
  createdAt: string;
  ownerId?: string | undefined;
  erasedAt?: string | undefined;
};
type Around = Pick<Seen, 'borrowed' | 'now'> & {
  teamId: string | undefined;
  /** What conditions are asked of; the record itself where nothing is said. */
  facts?: Facts;
};

function entriesIn(pk: string, kind: SegmentKind, record: Member, teamId: string | undefined): Entry[] {
  const { id, createdAt, ownerId } = record;
  const all = scopedEntries(pk, { ownerId, teamId }, { sk: `${createdAt}#${id}`, of: kind, id });
  return all.map((entry) => (entry.pk === pk ? { ...entry, type: memberType } : entry));
}

/**
 * What a record adds to the segments of its kind: its places among their members, the counts, a due entry for the next
 * moment at which time alone takes it into one or out of one; and its places by the days that live rules ask for. Its projection borrows `catalogueKey`. Pure. Nobody looks for
 * an erased person.
 */
export function segmentPart(kind: SegmentKind, record: Member, around: Around): Projected {
  const { borrowed, now, teamId, facts = record } = around;
  const { workspaceId, id, ownerId, erasedAt } = record;
  const item = borrowed.get(nameOf(catalogueKey(workspaceId, kind)));
  if (!item || (kind === 'contact' && erasedAt)) return { entries: [], counters: {} };
  const catalogue = catalogueOf(item);
  const { timeZone, segments } = catalogue;
  const moment = { at: now, timeZone };
  const own = segments.filter(({ condition }) => matches(condition, facts, moment));
  const turns = segments.flatMap(({ condition }) => nextTurn(condition, facts, moment) ?? []);
  const [due] = turns.sort();
  const groups = own.flatMap((segment) =>
    scopedPks(memberCounters(workspaceId, segment.id), { ownerId, teamId }),
  );
  return {
    entries: [
      ...own.flatMap((segment) => entriesIn(membersPk(workspaceId, segment.id), kind, record, teamId)),
      ...(due ? [dueEntry(due, 'segment', workspaceId, kind, id)] : []),
      ...dateEntries({ workspaceId, kind, id }, facts, catalogue),
    ],
    counters: Object.fromEntries(groups.map((group) => [group, { count: 1 }])),
  };
}
