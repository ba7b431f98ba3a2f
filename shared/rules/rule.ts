import * as z from 'zod';
import { type Context, idForNew } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { assertSound, Definition } from './definition.ts';

export const mostRules = 100;
export const mostLive = 50;

const fields = {
  name: z.string().trim().min(1).max(100),
  description: z.string().trim().max(1000).optional(),
  draft: Definition.describe('What the next publishing makes live.'),
};
const RuleState = z
  .enum(['draft', 'live', 'paused'])
  .describe(
    '`draft`: never published. `live`: it begins runs. `paused`: it begins none; those that are there go on.',
  );
export const Rule = z.object({
  ...recordBase('rule'),
  ...fields,
  state: RuleState,
  /** The version that is live, or was when it was paused. */
  live: z.object({ number: z.int().positive(), publishedAt: z.iso.datetime() }).optional(),
  /** Who published it last; none of a ready-made one that nobody has touched. */
  ownerId: idOf('user').optional(),
  /** Which of the ready-made rules it began as. */
  preset: z.string().max(40).optional(),
  pausedAt: z.iso.datetime().optional(),
  /** Why Rapport paused it: a code; none where a person did. */
  pausedReason: z.string().max(40).optional(),
});
/** What a workspace has happen by itself. Its published versions lie beside it and never change. */
export type Rule = z.infer<typeof Rule>;
export const ruleRecord = defineRecord('rule', Rule);
export const RuleBody = Rule.omit({ workspaceId: true });

export const NewRule = z.strictObject(fields);
export type NewRule = z.infer<typeof NewRule>;
/** RFC 7396, but that the draft is replaced as a whole. */
export const RulePatch = z.strictObject({
  name: fields.name.optional(),
  description: fields.description.nullable(),
  draft: fields.draft.optional(),
});
export type RulePatch = z.infer<typeof RulePatch>;

const kept = (before: Rule | undefined, after: Rule): Kept<Rule> => ({
  of: ruleRecord,
  before,
  after,
  events: [],
});

/** Throws `validation_failed` with pointers into `/draft`. */
export function createRule(given: NewRule, by: Context, more: Partial<Rule> = {}): Kept<Rule> {
  assertSound(given.draft, '/draft');
  const { now, actor } = by;
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  return kept(undefined, { ...base, ...given, state: 'draft', id: idForNew('rule', by), ...more });
}

export function patchRule(rule: Rule, { draft, name, description }: RulePatch, { now }: Context): Kept<Rule> {
  if (draft) assertSound(draft, '/draft');
  const given = { ...(draft && { draft }), ...(name !== undefined && { name }) };
  const said = description === undefined ? {} : { description: description ?? undefined };
  return kept(rule, nextVersion<Rule>(rule, { ...given, ...said }, now));
}

/** A published version: what runs that began with it go by to their end. */
export const RuleVersion = z.object({
  ruleId: idOf('rule'),
  workspaceId: idOf('workspace'),
  number: z.int().positive(),
  definition: Definition,
  publishedAt: z.iso.datetime(),
  publishedBy: idOf('user').optional(),
});
export type RuleVersion = z.infer<typeof RuleVersion>;
export const RuleVersionBody = RuleVersion.omit({ workspaceId: true, ruleId: true });

const standing = ({ pausedAt: _, pausedReason: __, ...rest }: Rule): Rule => rest;

/** Its draft as its next version, live from now on; `ownerId` is who publishes. */
export function publishRule(
  rule: Rule,
  { actor, now }: Context,
): { change: Kept<Rule>; version: RuleVersion } {
  const number = (rule.live?.number ?? 0) + 1;
  const by = actor.kind === 'user' ? actor.id : undefined;
  const live = { number, publishedAt: now };
  const after = nextVersion<Rule>(standing(rule), { state: 'live', live, ...(by && { ownerId: by }) }, now);
  const { workspaceId, id: ruleId, draft: definition } = rule;
  const version = {
    ruleId,
    workspaceId,
    number,
    definition,
    publishedAt: now,
    ...(by && { publishedBy: by }),
  };
  return { change: kept(rule, after), version };
}

const notLive = (id: string) => new AppError('conflict', 'rule_not_live', `The rule ${id} is not live.`);
const notPaused = (id: string) =>
  new AppError('conflict', 'rule_not_paused', `The rule ${id} is not paused.`);

/** Undefined where it is paused already. Throws 409 `rule_not_live`. `reason`: a code, where Rapport pauses it. */
export function pauseRule(
  rule: Rule,
  { now }: Pick<Context, 'now'>,
  reason?: string,
): Kept<Rule> | undefined {
  if (rule.state === 'paused') return undefined;
  if (rule.state !== 'live') throw notLive(rule.id);
  const paused = { state: 'paused', pausedAt: now, ...(reason && { pausedReason: reason }) } as const;
  return kept(rule, nextVersion<Rule>(rule, paused, now));
}

/** Undefined where it is live already. Throws 409 `rule_not_paused`. */
export function resumeRule(rule: Rule, { now }: Context): Kept<Rule> | undefined {
  if (rule.state === 'live') return undefined;
  if (rule.state !== 'paused') throw notPaused(rule.id);
  return kept(rule, nextVersion<Rule>(standing(rule), { state: 'live' }, now));
}

export const deleteRule = (rule: Rule): Change<Rule> => ({
  of: ruleRecord,
  before: rule,
  after: undefined,
  events: [],
});

export const tooManyRules = (detail: string) => new AppError('conflict', 'too_many_rules', detail);
