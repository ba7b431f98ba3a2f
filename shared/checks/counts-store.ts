import type { Actor } from '../core/actor.ts';
import { recordPermission } from '../core/policy.ts';
import { hiddenAnywhere, reachOf, type Who } from '../core/rights.ts';
import { whole, within } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { comparedFields, type MatchKind, matchKinds } from '../duplicates/compared.ts';
import { pairCounters } from '../duplicates/pair.ts';
import { readCounters } from '../platform/projection-store.ts';
import { countGroup } from '../records/list-entries.ts';
import { checkCounters } from './checked.ts';
import { type CheckedKind, type CheckName, checkedKinds, checkNames, checksOf } from './checks.ts';
import { type CheckCounts, type Grade, gradeOf } from './grade.ts';

/** The sums of a group over all that is in reach: a Query for each partition. */
async function sums(who: Who, kind: CheckedKind, group: string): Promise<Record<string, number>> {
  const all = await Promise.all(partitionsFor(who, kind, group).map(readCounters));
  const names = new Set(all.flatMap((one) => Object.keys(one)));
  return Object.fromEntries(
    [...names].map((name) => [name, all.reduce((sum, one) => sum + (one[name] ?? 0), 0)]),
  );
}

const isMatched = (kind: CheckedKind): kind is MatchKind => matchKinds.some((one) => one === kind);

/** CHECK-2, CHECK-3, LIST-4: what was found of a kind among the records in reach. A pair's records may be two people's. */
async function countedIn(who: Who, workspaceId: string, kind: CheckedKind): Promise<CheckCounts> {
  const isAll = reachOf(who, kind, 'read').reach === 'all';
  const [listed, checked, pairs] = await Promise.all([
    sums(who, kind, countGroup(workspaceId, kind)),
    sums(who, kind, checkCounters(workspaceId, kind)),
    isMatched(kind) && isAll ? readCounters(pairCounters(workspaceId, kind)) : undefined,
  ]);
  const { faulty = 0 } = checked;
  const found = checkNames.flatMap((check) => (checked[check] ? [[check, checked[check]] as const] : []));
  return {
    records: listed.count ?? 0,
    faulty,
    ...(pairs && { duplicates: pairs.count ?? 0 }),
    found: Object.fromEntries(found),
  };
}

/** The whole workspace's, whoever asks: 14 Queries. */
export async function countsOf(workspaceId: string): Promise<Grade['kinds']> {
  const who = whole(workspaceId);
  const all = checkedKinds.map(async (kind) => [kind, await countedIn(who, workspaceId, kind)] as const);
  return Object.fromEntries(await Promise.all(all));
}

/** Whether an answer about these fields would tell of one that is hidden: `custom` tells of each custom field. */
export function tellsHidden(actor: Actor, kind: CheckedKind, fields: readonly string[]): boolean {
  const hidden = [...hiddenAnywhere(actor, kind)];
  return hidden.some((name) => fields.includes(name) || fields.includes(name.split('.')[0] ?? ''));
}

const checksToldOf = (actor: Actor, kind: CheckedKind) =>
  (Object.entries(checksOf[kind]) as [CheckName, readonly string[]][])
    .filter(([, fields]) => !tellsHidden(actor, kind, fields))
    .map(([check]) => check);

/** CHECK-2, LIST-4: how many records of a kind are in reach, and how often each check that may be told of finds anything: two Queries for each partition. */
export async function foundFor(
  actor: Actor,
  kind: CheckedKind,
): Promise<Pick<CheckCounts, 'records' | 'found'>> {
  const [who, { workspaceId }] = [within(actor), actor];
  const [listed, checked] = await Promise.all([
    sums(who, kind, countGroup(workspaceId, kind)),
    sums(who, kind, checkCounters(workspaceId, kind)),
  ]);
  const found = checksToldOf(actor, kind).map((check) => [check, checked[check] ?? 0] as const);
  return { records: listed.count ?? 0, found: Object.fromEntries(found) };
}

type Shown = Omit<CheckCounts, 'faulty'> & { kind: CheckedKind; faulty?: number };
async function shownIn(actor: Actor, kind: CheckedKind): Promise<{ shown: Shown; counted?: CheckCounts }> {
  const { faulty, duplicates, found, records } = await countedIn(within(actor), actor.workspaceId, kind);
  const told = checksToldOf(actor, kind);
  const isWhole = told.length === Object.keys(checksOf[kind]).length;
  const isCompared = isMatched(kind) && !tellsHidden(actor, kind, comparedFields[kind]);
  const pairs = isCompared && duplicates !== undefined ? { duplicates } : {};
  const shown = {
    kind,
    records,
    ...(isWhole && { faulty }),
    ...pairs,
    found: Object.fromEntries(told.map((check) => [check, found[check] ?? 0])),
  };
  return { shown, ...(isWhole && { counted: { records, faulty, ...pairs, found } }) };
}

/**
 * What the checks find among the records that somebody may read, without what would tell of a field that is hidden from them;
 * graded where nothing is left out. A Query for each partition and kind, three of contacts and companies.
 */
export async function countsFor(actor: Actor): Promise<{ grade?: number; kinds: Shown[] }> {
  const kinds = checkedKinds.filter((kind) => actor.permissions.includes(recordPermission(kind, 'read')));
  const all = await Promise.all(kinds.map((kind) => shownIn(actor, kind)));
  const counted = all.flatMap((one) => one.counted ?? []);
  return {
    ...(counted.length === all.length && { grade: gradeOf(counted) }),
    kinds: all.map(({ shown }) => shown),
  };
}
