import { dealIdle } from '../../../shared/deals/deal-events.ts';
import { operation } from '../../../shared/platform/api.ts';
import { type Past, pastEvents } from '../../../shared/rules/dry-run/past-events-store.ts';
import { pastIdleness } from '../../../shared/rules/dry-run/past-idleness-store.ts';
import { pastTurns } from '../../../shared/rules/dry-run/past-turns-store.ts';
import { begunBy } from '../../../shared/rules/match.ts';
import { assertPublishable } from '../../../shared/rules/publishable-store.ts';
import { dryRunRuleRoute } from '../../../shared/rules/rule-routes.ts';
import { ruleStore } from '../../../shared/rules/rule-store.ts';
import type { Trigger } from '../../../shared/rules/trigger.ts';
import { isMeant } from '../running/is-meant.ts';
import { tryOn } from '../trying/try-rule.ts';

type Span = { now: string; days: number };
/** Of idleness no change tells; what else is named is looked for among the changes. */
async function pastOf(workspaceId: string, types: readonly string[], span: Span): Promise<Past> {
  const told = types.filter((type) => type !== dealIdle.type);
  const parts = await Promise.all([
    ...(told.length > 0 ? [pastEvents(workspaceId, told, span)] : []),
    ...(told.length < types.length ? [pastIdleness(workspaceId, span)] : []),
  ]);
  return {
    events: parts.flatMap(({ events }) => events).toSorted((a, b) => (a.at < b.at ? 1 : -1)),
    looked: parts.reduce((sum, { looked }) => sum + looked, 0),
    since:
      parts
        .map(({ since }) => since)
        .toSorted()
        .at(-1) ?? span.now,
  };
}
const past = (workspaceId: string, trigger: Trigger, span: Span) =>
  trigger.on === 'event' ? pastOf(workspaceId, trigger.events, span) : pastTurns(workspaceId, trigger, span);

/** Who may see what a rule would have done is who may publish it: it tells what is in any record. */
export const dryRunRuleOperation = operation(dryRunRuleRoute, async ({ actor, params, body, now }) => {
  const { workspaceId } = actor;
  const { draft } = await ruleStore.get(workspaceId, params.ruleId);
  const { definition = draft, days, limit } = body;
  const kind = await assertPublishable(actor, definition);
  const { trigger, condition } = definition;
  const { events, looked, since } = await past(workspaceId, trigger, { now, days });
  const rule = { id: params.ruleId, number: 0, trigger, kind, condition };
  const named = trigger.on === 'date' ? events : events.filter((event) => begunBy([rule], event).length > 0);
  const meant = await Promise.all(named.map((event) => isMeant(rule, event)));
  const matched = named.filter((_, n) => meant[n]);
  const tried = { workspaceId, ruleId: params.ruleId, kind, definition };
  const items = [];
  for (const event of matched.slice(0, limit)) items.push(await tryOn(tried, event, now));
  return { items, matched: matched.length, looked, since };
});
