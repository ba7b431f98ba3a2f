import * as z from 'zod';
import { type Context, idForNew } from '../core/actor.ts';
import { Currency } from '../core/codes.ts';
import { invalidField } from '../core/errors.ts';
import { idOf } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { mostAmountCents } from '../products/line-item.ts';
import { MonthField } from './period.ts';

const count = z.int().nonnegative().max(1_000_000).optional();
/** What can be aimed at. */
const goals = {
  wonCents: z
    .int()
    .nonnegative()
    .max(mostAmountCents)
    .optional()
    .describe('What the deals that are won in the month come to.'),
  wonCount: count.describe('How many deals are won in it.'),
  calls: count.describe('How many calls are made or taken in it.'),
  meetings: count.describe('How many meetings are held in it.'),
};
const goalNames = Object.keys(goals) as (keyof typeof goals)[];
/** Calls and meetings are with people, who may have deals in several pipelines. */
const ofNoPipeline = ['calls', 'meetings'] as const;

const subject = {
  month: MonthField,
  userId: idOf('user').optional().describe('Whose it is; without user and team it is the workspace’s.'),
  teamId: idOf('team').optional().describe('The whole team’s, whatever its members’ come to.'),
  pipelineId: idOf('pipeline')
    .optional()
    .describe('Of the deals of this pipeline alone; of all where it is left out.'),
};

/** What somebody, a team or the whole workspace is to reach in a month. */
export const Target = z.object({
  ...recordBase('target'),
  ...subject,
  ...goals,
  currency: Currency.describe('Of `wonCents`.'),
});
export type Target = z.infer<typeof Target>;

type TargetKey = Pick<Target, 'month' | 'userId' | 'teamId' | 'pipelineId'>;
/** The unique value by which the target of a month, of whom and of a pipeline is found. */
export const targetKey = ({ month, userId, teamId, pipelineId = '' }: TargetKey) => ({
  name: 'target',
  value: `${month}\n${userId ?? teamId ?? ''}\n${pipelineId}`,
});
export const targetRecord = defineRecord('target', Target, (target) => [
  // Of two that make it at once the second changes what the first has made.
  { ...targetKey(target), code: 'version_conflict', pointer: '/month' },
]);
export const TargetBody = Target.omit({ workspaceId: true });

export const PutTarget = z.strictObject({
  ...subject,
  wonCents: goals.wonCents.nullable(),
  wonCount: goals.wonCount.nullable(),
  calls: goals.calls.nullable(),
  meetings: goals.meetings.nullable(),
  currency: Currency.optional().describe('Of `wonCents`; the workspace’s where it is left out.'),
});
export type PutTarget = z.infer<typeof PutTarget>;

/** What holds for the whole; throws `validation_failed`. */
function sound(target: Target): Target {
  if (target.userId && target.teamId)
    throw invalidField('/teamId', 'one_subject', 'A target is somebody’s or a team’s, not of both.');
  const astray = ofNoPipeline.find((name) => target.pipelineId && target[name] !== undefined);
  if (astray)
    throw invalidField(`/${astray}`, 'not_by_pipeline', `Of ${astray} there is a target for all pipelines.`);
  if (goalNames.every((name) => target[name] === undefined))
    throw invalidField('/wonCents', 'no_goal', `Say at least one of ${goalNames.join(', ')}, or delete it.`);
  return target;
}

/** A target with these goals: those that are not said stay as they are, null takes one out. */
export function putTarget(
  before: Target | undefined,
  given: PutTarget,
  workspace: { currency: string },
  by: Context,
): Kept<Target> {
  const { actor, now } = by;
  if (before) {
    const after = nextVersion(sound(mergePatch(before, given)), {}, now);
    return { of: targetRecord, before, after, events: [] };
  }
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const made = { ...base, id: idForNew('target', by), month: given.month, currency: workspace.currency };
  return { of: targetRecord, before: undefined, after: sound(mergePatch(made, given)), events: [] };
}

export const deleteTarget = (before: Target): Change<Target> => ({
  of: targetRecord,
  before,
  after: undefined,
  events: [],
});
