import type { Target } from '../../../../../client/src/index.ts';

export const goals = ['wonCents', 'wonCount', 'calls', 'meetings'] as const;
export type Goal = (typeof goals)[number];
/** Goals that can be set for the deals of one pipeline. */
export const ofPipelines: readonly Goal[] = ['wonCents', 'wonCount'];

/** The row of the workspace itself, which is nobody's. */
export const whole = 'workspace';
const rowOf = ({ userId, teamId }: Target) => userId ?? teamId ?? whole;

/** Whose a row is, as the API asks for it. */
export function subjectOf(row: string): { userId?: string; teamId?: string } {
  if (row === whole) return {};
  return row.startsWith('tm_') ? { teamId: row } : { userId: row };
}

type Place = { row: string; month: string; pipelineId: string | undefined };
export const targetAt = (targets: readonly Target[], { row, month, pipelineId }: Place): Target | undefined =>
  targets.find((one) => one.month === month && rowOf(one) === row && one.pipelineId === pipelineId);

/** Whether nothing else is aimed at: without it there is no target. */
export const isOnly = (target: Target, goal: Goal): boolean =>
  goals.every((one) => one === goal || target[one] === undefined);

/** Money is kept in cents and typed in units. */
export const valueIn = (goal: Goal, units: number) =>
  goal === 'wonCents' ? Math.round(units * 100) : Math.round(units);
export const unitsIn = (goal: Goal, value: number | undefined) =>
  value !== undefined && goal === 'wonCents' ? value / 100 : value;
