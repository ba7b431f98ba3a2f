import type { GetDataCheckResponse, RepairFindingsRequest } from '../../../../client/src/index.ts';

export type CheckedKind = RepairFindingsRequest['kind'];
export type CheckName = RepairFindingsRequest['check'];
/** What is counted of a kind. */
export type KindCounts = GetDataCheckResponse['kinds'][number];
/** A line of the overview; pairs of duplicates have a screen of their own. */
export type LineName = CheckName | 'duplicates';

export const groups = {
  idle: ['stale', 'overdue'],
  missing: ['unreachable', 'unnamed', 'required', 'unowned'],
  addresses: ['bounced', 'mistyped'],
  values: ['unlikely', 'miswritten'],
  duplicates: ['duplicates'],
  orphans: ['orphan'],
} as const satisfies Record<string, readonly LineName[]>;
type GroupName = keyof typeof groups;
const groupNames = Object.keys(groups) as GroupName[];

export type CheckLine = { check: LineName; kinds: { kind: CheckedKind; count: number }[] };
type Group = { name: GroupName; lines: CheckLine[] };

/** In how many records of a kind something was found; undefined where nobody looked, or where it is not told. */
const countOf = ({ duplicates, found }: KindCounts, line: LineName): number | undefined =>
  line === 'duplicates' ? duplicates : found[line];

function lineOf(counts: readonly KindCounts[], check: LineName): CheckLine | undefined {
  const told = counts.flatMap((one) => {
    const count = countOf(one, check);
    return count === undefined ? [] : [{ kind: one.kind, count }];
  });
  if (told.length === 0) return undefined;
  return { check, kinds: told.filter(({ count }) => count > 0) };
}

/** What was found, by group, and the checks that found nothing. What is not told to the reader is in neither. */
export function inGroups(counts: readonly KindCounts[]): { groups: Group[]; quiet: LineName[] } {
  const all = groupNames.map((name) => ({
    name,
    lines: groups[name].flatMap((check) => lineOf(counts, check) ?? []),
  }));
  const isQuiet = ({ kinds }: CheckLine) => kinds.length === 0;
  return {
    groups: all
      .map(({ name, lines }) => ({ name, lines: lines.filter((line) => !isQuiet(line)) }))
      .filter(({ lines }) => lines.length > 0),
    quiet: all.flatMap(({ lines }) => lines.filter(isQuiet).map(({ check }) => check)),
  };
}

/** A grade in a word. */
export function levelOf(grade: number) {
  if (grade >= 95) return 'best';
  if (grade >= 85) return 'good';
  return grade >= 70 ? 'fair' : 'poor';
}

export type Deed = 'suggestion' | 'assign' | 'date' | 'fill' | 'trash';
/** What can be done about what a check finds, the nearest first. */
export const deedsOf: Record<CheckName, readonly Deed[]> = {
  stale: ['suggestion', 'trash'],
  overdue: ['date', 'suggestion'],
  unreachable: ['trash'],
  unnamed: ['trash'],
  required: ['fill'],
  unowned: ['assign'],
  bounced: ['suggestion', 'trash'],
  mistyped: ['suggestion'],
  unlikely: ['suggestion', 'trash'],
  miswritten: ['suggestion'],
  orphan: ['trash'],
};
/** The checks for which one thing at times mends what they find. */
export type SuggestingCheck = 'stale' | 'overdue' | 'bounced' | 'mistyped' | 'unlikely' | 'miswritten';

const checkedKinds = [
  'contact',
  'company',
  'deal',
  'task',
  'order',
  'ticket',
] as const satisfies CheckedKind[];
export const isCheckedKind = (kind: unknown): kind is CheckedKind =>
  (checkedKinds as readonly unknown[]).includes(kind);
export const isCheck = (check: unknown): check is CheckName =>
  typeof check === 'string' && Object.hasOwn(deedsOf, check);
