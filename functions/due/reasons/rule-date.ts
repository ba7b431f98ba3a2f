import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';
import { isIndexed, markWrite, meantOn, readMark } from '../../../shared/rules/dates/date-store.ts';
import { turnAfter } from '../../../shared/rules/dates/date-turn.ts';
import { type DateMark, dateDueAt, markAt } from '../../../shared/rules/dates/dated.ts';
import type { LiveRule } from '../../../shared/rules/live.ts';
import { ruleStore, versionOf } from '../../../shared/rules/rule-store.ts';
import type { DateTrigger } from '../../../shared/rules/trigger.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';
import { beginAll } from '../../rules/running/begin.ts';

type Turning = { workspaceId: string; rule: LiveRule; trigger: DateTrigger; timeZone: string; now: string };

/** For whom a page of the day is, each once: the run is called by the rule, the day and the record. */
async function beginPage({ workspaceId, rule, now }: Turning, mark: DateMark, ids: readonly string[]) {
  for (const recordId of ids) {
    const event = { id: `${mark.day}.${recordId}`, type: 'rule.date', at: mark.at, data: { recordId } };
    await beginAll([rule], { workspaceId, ...event }, now);
  }
}

/** A page further in the day, or on to the next day; the mark as it is then. */
async function turnOn(turning: Turning, mark: DateMark): Promise<DateMark> {
  const { workspaceId, rule, trigger, timeZone } = turning;
  const { found, isAll } = await meantOn(workspaceId, trigger, mark, mark.after);
  await beginPage(
    turning,
    mark,
    found.map(({ id }) => id),
  );
  const next: DateMark = isAll
    ? markAt(turnAfter(mark, trigger, timeZone), mark.number, mark)
    : { ...mark, version: mark.version + 1, after: found.at(-1)?.place ?? mark.after };
  await commit([markWrite({ workspaceId, id: rule.id }, mark, next)]);
  return next;
}

async function turningOf({ workspaceId, id }: DueEntry, now: string) {
  const [rule, mark] = await Promise.all([ruleStore.find(workspaceId, id), readMark({ workspaceId, id })]);
  const due = rule && dateDueAt(rule, mark);
  if (!mark || due === undefined || due > now) return undefined;
  const { definition, number } = await versionOf(workspaceId, id, mark.number);
  const { trigger, condition } = definition;
  if (trigger.on !== 'date') return undefined;
  const live = { id, number, trigger, condition, kind: trigger.kind satisfies GovernedKind };
  return { mark, trigger, live };
}

/**
 * The time of a date rule's day has come: it begins for all whom the day means, page by page, each of which is noted; days that were
 * missed come one after the other. Any number of sweeps at once begin each run once. A rule whose records are still being looked at for
 * the first time waits for that.
 */
export async function ruleDate(
  entry: DueEntry,
  now: string,
  isTimeLeft: () => boolean = () => true,
): Promise<void> {
  const { workspaceId, id } = entry;
  const due = await turningOf(entry, now);
  if (!due) return queueLooks([{ keys: [ruleStore.keyOf(workspaceId, id)] }]);
  const { trigger, live } = due;
  if (!(await isIndexed(workspaceId, trigger))) return;
  const { timeZone } = await workspaceOf(workspaceId);
  const turning = { workspaceId, rule: live, trigger, timeZone, now };
  try {
    let { mark } = due;
    while (mark.at <= now && isTimeLeft()) mark = await turnOn(turning, mark);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // another sweep is at it
  }
}
