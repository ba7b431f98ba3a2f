import * as z from 'zod';
import type { Condition } from '../conditions/condition.ts';
import { type GovernedKind, governedKinds } from '../core/policy.ts';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { type Definition, placedSteps } from './definition.ts';
import { mostLive, type RuleVersion, tooManyRules } from './rule.ts';
import { durationMs } from './step.ts';
import { Trigger } from './trigger.ts';

const mostBytes = 200_000;
/** For how long a process goes by what it knows to be live. */
export const knownMs = 30_000;
/** After what time the slowest of them knows it: clocks differ a little. */
export const knownToAllMs = knownMs + 15_000;

const LiveRule = z.object({
  id: z.string(),
  /** The version that new runs go by. */
  number: z.int(),
  trigger: Trigger,
  condition: z.custom<Condition>().optional(), // checked when it was given
  /** The kind of record that it is for. */
  kind: z.enum(governedKinds),
});
export type LiveRule = z.infer<typeof LiveRule>;
const Waits = z.object({
  kind: z.enum(governedKinds),
  ruleId: z.string(),
  /** Until when runs of a version that is live no more may wait so. */
  until: z.iso.datetime().optional(),
  longestMs: z.int(),
  /** Since when they may. */
  since: z.iso.datetime().optional(),
});

/** What a workspace's rules begin with, all that are live in one item: an event that none of them names is told by it alone. */
export const LiveRules = z.object({
  version: z.int(),
  rules: z.array(LiveRule),
  /** Kinds of record for which runs may wait until something holds of them. */
  waits: z.array(Waits),
  /** The ready-made rules that were made: each is made once, so that one that was deleted stays away. */
  made: z.array(z.string()),
});
export type LiveRules = z.infer<typeof LiveRules>;

/** RULE-3: a workspace's live rules. */
export const liveKey = (workspaceId: string): Key => ({
  pk: `${workspacePk(workspaceId)}#RULES`,
  sk: 'LIVE',
});
export const noRules: LiveRules = { version: 0, rules: [], waits: [], made: [] };

/** After what time from its beginning none of its runs waits any more, all waits one behind the other; undefined where none is for a condition. */
function longestWait(definition: Pick<Definition, 'steps'>): number | undefined {
  const waits = placedSteps(definition).flatMap(({ step }) => (step.do === 'wait' ? [step] : []));
  if (!waits.some((step) => step.until !== undefined)) return undefined;
  return waits.reduce((sum, { for: time, atMost = time }) => sum + durationMs(atMost ?? '1h'), 0);
}

const later = (now: string, ms: number) => new Date(Date.parse(now) + ms).toISOString();
/** What may still wait once a rule is live no more, or in another version; what is over is forgotten. */
function outgoing({ waits }: LiveRules, ruleId: string, now: string): LiveRules['waits'] {
  return waits
    .map((one) =>
      one.ruleId === ruleId && one.until === undefined ? { ...one, until: later(now, one.longestMs) } : one,
    )
    .filter(({ until }) => until === undefined || until > now);
}

/** The live rules without one of them. */
export const liveWithout = (live: LiveRules, ruleId: string, now: string): LiveRules => ({
  ...live,
  version: live.version + 1,
  rules: live.rules.filter(({ id }) => id !== ruleId),
  waits: outgoing(live, ruleId, now),
});

/** The live rules with a version, in the place of the one before. Throws 409 `too_many_rules`. */
export function liveWith(
  live: LiveRules,
  { ruleId, number, definition }: RuleVersion,
  kind: GovernedKind,
  now: string,
): LiveRules {
  const others = liveWithout(live, ruleId, now);
  const { trigger, condition } = definition;
  const own: LiveRule = { id: ruleId, number, trigger, kind, ...(condition && { condition }) };
  const longestMs = longestWait(definition);
  const waits = longestMs === undefined ? [] : [{ kind, ruleId, longestMs, since: now }];
  const next = { ...others, rules: [...others.rules, own], waits: [...others.waits, ...waits] };
  if (next.rules.length > mostLive) throw tooManyRules(`At most ${mostLive} rules are live.`);
  if (Buffer.byteLength(JSON.stringify(next)) > mostBytes)
    throw tooManyRules(`What the live rules begin with has at most ${mostBytes} bytes in all.`);
  return next;
}

/** Whether a run may wait until something holds of a record of this kind. */
export const mayWaitFor = ({ waits }: LiveRules, kind: string, now: string): boolean =>
  waits.some((one) => one.kind === kind && (one.until === undefined || one.until > now));
/** Whether by now every process knows that runs may wait for a record of this kind: until then some look for none. */
export const isKnownToAll = ({ waits }: LiveRules, kind: string, now: string): boolean =>
  waits.some((one) => one.kind === kind && (!one.since || later(one.since, knownToAllMs) <= now));
