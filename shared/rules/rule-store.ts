import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { GovernedKind } from '../core/policy.ts';
import type { Key } from '../core/projection.ts';
import { type Change, changesNothing, type Kept, recordKey } from '../core/record.ts';
import { cached } from '../platform/cache.ts';
import type { Write } from '../platform/commit.ts';
import { queryPage } from '../platform/cursor.ts';
import { getItem, queryItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { recordStore } from '../platform/record-store.ts';
import { markGoes } from './dates/date-store.ts';
import { datedWrites } from './dates/dated-writes-store.ts';
import { healthGoes } from './health-store.ts';
import { knownMs, LiveRules, liveKey, liveWith, liveWithout, noRules } from './live.ts';
import { mostRules, type Rule, RuleVersion, ruleRecord, tooManyRules } from './rule.ts';
import { ruleListPk } from './rule-projection.ts';

/** RULE-1: by id, one GetItem. */
export const ruleStore = recordStore(ruleRecord);

/** Throws 409 `too_many_rules`. The list is a second behind, so that some made at once may be a few more. */
export async function assertRoomForRule(workspaceId: string): Promise<void> {
  const { items } = await queryItems({ pk: ruleListPk(workspaceId), limit: mostRules });
  if (items.length >= mostRules) throw tooManyRules(`A workspace has at most ${mostRules} rules.`);
}

const versionSk = (number: number) => `RULEVERSION#${String(number).padStart(6, '0')}`;
const versionKey = (workspaceId: string, ruleId: string, number: number): Key => ({
  pk: recordKey(workspaceId, 'rule', ruleId).pk,
  sk: versionSk(number),
});
/** What stores a version beside its rule, once. */
export const versionWrite = (version: RuleVersion): Write => ({
  action: {
    Put: {
      Item: { ...version, ...versionKey(version.workspaceId, version.ruleId, version.number) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
});
/** RULE-4: a rule's versions, newest first; one Query a page. */
export const versionPage = (
  workspaceId: string,
  ruleId: string,
  page: PageRequest,
): Promise<Page<RuleVersion>> => {
  const { pk } = recordKey(workspaceId, 'rule', ruleId);
  const range = { pk, from: 'RULEVERSION#', to: 'RULEVERSION$', newestFirst: true };
  return queryPage(range, page, 'rule versions', (item) => RuleVersion.parse(item, parseContext()));
};
/** RULE-4: all of a rule's versions, newest first. */
export async function versionsOf(workspaceId: string, ruleId: string): Promise<RuleVersion[]> {
  const found: RuleVersion[] = [];
  let cursor: string | undefined;
  do {
    const page = await versionPage(workspaceId, ruleId, { limit: 100, cursor });
    found.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return found;
}
const hourMs = 3_600_000;
const versions = cached(hourMs, async (name) => {
  const [workspaceId = '', ruleId = '', number] = name.split('\n');
  const item = await getItem(versionKey(workspaceId, ruleId, Number(number)));
  if (!item) throw new Error(`The rule ${ruleId} has no version ${number}`);
  return RuleVersion.parse(item, parseContext());
});
/** RULE-4: a version, which never changes: one GetItem a process and hour. */
export const versionOf = (workspaceId: string, ruleId: string, number: number): Promise<RuleVersion> =>
  versions(`${workspaceId}\n${ruleId}\n${number}`);

/** RULE-3: the live rules as they are now; one GetItem. */
export async function readLive(workspaceId: string): Promise<LiveRules> {
  const item = await getItem(liveKey(workspaceId));
  return item ? LiveRules.parse(item, parseContext()) : noRules;
}
/** RULE-3: the live rules as they were at most 30 s ago: one GetItem a process and that time, whatever happens meanwhile. */
export const liveRulesOf = cached(knownMs, readLive);

const overtaken = () =>
  new AppError('conflict', 'version_conflict', 'Another rule was published at this moment. Try again.');
export function liveWrite(workspaceId: string, before: LiveRules, after: LiveRules): Write {
  const guard =
    before.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'version = :before',
          ExpressionAttributeValues: { ':before': before.version },
        };
  const Item = { ...after, ...liveKey(workspaceId) };
  return { action: { Put: { Item, ...guard } }, refused: overtaken };
}

/** Stores what a person changed of a rule; its live version stays what it is. */
export async function saveRule(change: Kept<Rule>, by: Context): Promise<Rule> {
  if (change.before && changesNothing(change)) return change.before;
  await ruleStore.save(change, by);
  return change.after;
}

/** What has new runs begin with a version, and what it waits for. */
async function liveAgain(version: RuleVersion, kind: GovernedKind, by: Context): Promise<Write[]> {
  const { workspaceId, ruleId } = version;
  const before = await readLive(workspaceId);
  const after = liveWith(before, version, kind, by.now);
  const dated = await datedWrites(workspaceId, ruleId, { before, after, now: by.now });
  return [liveWrite(workspaceId, before, after), ...dated, healthGoes({ workspaceId, id: ruleId })];
}

/**
 * Stores a rule's next version, and has new runs begin with it, in one transaction. `kind`: the records that it is for. Throws
 * `too_many_rules`, and `version_conflict` where another rule was published at the moment.
 */
export async function savePublished(
  { change, version }: { change: Kept<Rule>; version: RuleVersion },
  kind: GovernedKind,
  by: Context,
): Promise<Rule> {
  const { workspaceId } = version;
  const writes = await liveAgain(version, kind, by);
  await ruleStore.save(change, by, [versionWrite(version), ...writes]);
  liveRulesOf.forget(workspaceId);
  return change.after;
}

/** Stores a rule that begins no runs any more, be it paused or deleted. */
export async function saveEnded(change: Change<Rule>, by: Context, also: Write[] = []): Promise<void> {
  const { id, workspaceId, state } = change.before as Rule;
  const live = await readLive(workspaceId);
  const after = liveWithout(live, id, by.now);
  const writes =
    state === 'live'
      ? [
          liveWrite(workspaceId, live, after),
          ...(await datedWrites(workspaceId, id, { before: live, after, now: by.now })),
        ]
      : [];
  const beside = change.after ? [] : [markGoes({ workspaceId, id }), healthGoes({ workspaceId, id })];
  await ruleStore.save(change, by, [...writes, ...beside, ...also]);
  liveRulesOf.forget(workspaceId);
}

/** Stores a paused rule that begins runs again, with the version that it has. */
export async function saveResumed(change: Kept<Rule>, kind: GovernedKind, by: Context): Promise<Rule> {
  const { id, workspaceId, live: number } = change.after;
  const version = await versionOf(workspaceId, id, number?.number ?? 0);
  await ruleStore.save(change, by, await liveAgain(version, kind, by));
  liveRulesOf.forget(workspaceId);
  return change.after;
}
