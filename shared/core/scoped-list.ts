import type { GovernedKind, Verb } from './policy.ts';
import type { Entry, Item, Key } from './projection.ts';
import { uniqueKey } from './record.ts';
import { reachOf, type Who } from './rights.ts';

/** A list as one owner has it; nobody's records have a place of their own. */
export const ownerPk = (base: string, ownerId: string | undefined) => `${base}#OWNER#${ownerId ?? 'none'}`;
/** A list as a team has it: the records of its members. */
export const teamPk = (base: string, teamId: string) => `${base}#TEAM#${teamId}`;

/** The unique value by which a user is in one team; the item's `recordId` is the team's. A projection borrows it. */
export const teamMemberKey = (workspaceId: string, userId: string): Key =>
  uniqueKey(workspaceId, { name: 'team_member', value: userId });
/** What a record borrows to know its team's lists: its owner's membership. */
export const teamBorrowed = ({
  workspaceId,
  ownerId,
}: {
  workspaceId: string;
  ownerId?: string | undefined;
}) => (ownerId ? [teamMemberKey(workspaceId, ownerId)] : []);
export const teamOf = (item: Item | undefined) =>
  typeof item?.recordId === 'string' ? item.recordId : undefined;

export type Owned = { ownerId?: string | undefined; teamId?: string | undefined };
/** The partitions in which a list has a record: everybody's, its owner's, and its owner's team's. */
export const scopedPks = (base: string, { ownerId, teamId }: Owned): string[] => [
  base,
  ownerPk(base, ownerId),
  ...(teamId ? [teamPk(base, teamId)] : []),
];
/** The same as entries, one a partition. */
export const scopedEntries = (
  base: string,
  owned: Owned,
  entry: Omit<Entry, 'pk'> & { sk: string },
): Entry[] => scopedPks(base, owned).map((pk) => ({ ...entry, pk }));

/**
 * The partitions that together hold what is in reach, and nothing else: one for everybody's or one's own, one a team, and
 * one for nobody's. None where nothing is.
 */
export function partitionsFor(who: Who, kind: GovernedKind, base: string, verb: Verb = 'read'): string[] {
  const { reach, unassigned } = reachOf(who, kind, verb);
  if (reach === 'none') return [];
  if (reach === 'all') return [base];
  const { teamIds, circle } = who.rights;
  const teams = reach === 'team' ? teamIds.map((id) => teamPk(base, id)) : [];
  const own = reach === 'team' && circle.has(who.id) ? [] : [ownerPk(base, who.id)]; // a team's list has its members' records
  return [...own, ...teams, ...(unassigned ? [ownerPk(base, undefined)] : [])];
}
/** The same for a list that teams have no partition of: one for each member. */
export function ownersFor(who: Who, kind: GovernedKind, base: string): string[] {
  const { reach, unassigned } = reachOf(who, kind, 'read');
  if (reach !== 'team') return partitionsFor(who, kind, base);
  const owners = new Set([who.id, ...who.rights.circle]);
  return [...[...owners].map((id) => ownerPk(base, id)), ...(unassigned ? [ownerPk(base, undefined)] : [])];
}
