import type { Write } from '../../platform/commit.ts';
import { workspaceOf } from '../../workspaces/workspace-store.ts';
import type { LiveRules } from '../live.ts';
import type { DateTrigger, Trigger } from '../trigger.ts';
import { indexWrites, markWrite, readMark } from './date-store.ts';
import { turnBehind } from './date-turn.ts';
import { markAt } from './dated.ts';

const dated = (trigger: Trigger | undefined): DateTrigger[] => (trigger?.on === 'date' ? [trigger] : []);

/** That a rule comes next to the first of its days behind now: what was before is past. */
async function markWrites(
  workspaceId: string,
  { id, number, trigger }: LiveRules['rules'][number],
  now: string,
): Promise<Write[]> {
  if (trigger.on !== 'date') return [];
  const rule = { workspaceId, id };
  const [{ timeZone }, mark] = await Promise.all([workspaceOf(workspaceId), readMark(rule)]);
  return [markWrite(rule, mark, markAt(turnBehind(now, trigger, timeZone), number, mark))];
}

/**
 * What goes with the transaction in which a rule becomes live, or is live no more, where it waits for days: its kind's records lie by
 * those that live rules ask for, and its next day is noted. Of rules without days nothing is read.
 */
export async function datedWrites(
  workspaceId: string,
  ruleId: string,
  { before, after, now }: { before: LiveRules; after: LiveRules; now: string },
): Promise<Write[]> {
  const of = ({ rules }: LiveRules) => rules.find(({ id }) => id === ruleId);
  const [was, is] = [of(before), of(after)];
  const kinds = [...dated(was?.trigger), ...dated(is?.trigger)].map(({ kind }) => kind);
  const triggers = after.rules.map(({ trigger }) => trigger);
  return [
    ...(await indexWrites(workspaceId, triggers, [...new Set(kinds)])),
    ...(is ? await markWrites(workspaceId, is, now) : []),
  ];
}
