import type { Actor } from '../../../shared/core/actor.ts';
import { ownerAsked } from '../../../shared/core/may-ask.ts';
import { reachOf } from '../../../shared/core/rights.ts';
import { mayRead, within } from '../../../shared/core/scope.ts';
import { activityCube } from '../../../shared/reports/activity-facts.ts';
import type { Deeds } from '../../../shared/reports/activity-report.ts';
import { readOwners } from '../../../shared/reports/cell-store.ts';
import { type Month, noValue } from '../../../shared/reports/cube.ts';
import { present, taskCube } from '../../../shared/reports/task-facts.ts';

type IsShown = (owner: string | undefined) => boolean;

/** Whether somebody is told of everything that was done: who may read every contact. */
export const seesAllDone = (actor: Actor): boolean => reachOf(actor, 'contact', 'read').reach === 'all';

/** They themselves, and whom their roles reach. */
const circleOf = (actor: Actor): ReadonlySet<string> => {
  const { id, rights } = actor;
  const seesCircle = (['contact', 'deal'] as const).some((kind) =>
    ['team', 'all'].includes(reachOf(actor, kind, 'read').reach),
  );
  return new Set([id, ...(seesCircle ? rights.circle : [])]);
};
/**
 * Whose deeds somebody is told of. An activity is its author's, and read with its contact or a deal: who reads not all of them is told
 * of themselves and of whom their roles reach. What nobody did tells of everybody's contacts.
 */
export const doersFor = (actor: Actor): IsShown => {
  if (seesAllDone(actor)) return () => true;
  const circle = circleOf(actor);
  return (doer) => doer !== undefined && circle.has(doer);
};
const readsTasks =
  (actor: Actor): IsShown =>
  (owner) =>
    mayRead(within(actor), 'task', owner);

/** Of whom somebody is told what they did, and may not read the tasks, it is not said that they did none. */
function tasksTold(actor: Actor, asked: { id: string | undefined } | undefined): Deeds['tasksTold'] {
  const reads = readsTasks(actor);
  const isAll = reachOf(actor, 'task', 'read').reach === 'all';
  const ofCircle = () => !seesAllDone(actor) && [...circleOf(actor)].every(reads);
  return {
    of: (doer) => reads(doer === noValue ? undefined : doer),
    ofAll: asked ? reads(asked.id) : isAll || ofCircle(),
  };
}

type Asked = {
  ownerId?: string | undefined;
  from: Month;
  to: Month;
  thenNow?: true;
  /** Whoever is asked about how people work is told of everybody. */
  ofEverybody?: boolean;
};
/**
 * REPORT-1: what was done in a stretch of months, of one owner where one is asked for: a Query of activities, and one of tasks; `thenNow`
 * brings how those stand at present as well.
 */
export async function readDone(
  actor: Actor,
  { ownerId, thenNow, ofEverybody = false, ...stretch }: Asked,
): Promise<Deeds> {
  const { workspaceId, permissions } = actor;
  const asked = ownerAsked(actor, ownerId);
  const shown = (isShown: IsShown) => (owner: string | undefined) =>
    isShown(owner) && (!asked || asked.id === owner);
  const ofTasks = { workspaceId, cube: taskCube, ...stretch, ...(thenNow && { to: present }) };
  const [activities, tasks] = await Promise.all([
    readOwners(
      { workspaceId, cube: activityCube, ...stretch },
      shown(ofEverybody ? () => true : doersFor(actor)),
    ),
    permissions.includes('tasks:read') ? readOwners(ofTasks, shown(readsTasks(actor))) : undefined,
  ]);
  return { activities, tasks, tasksTold: tasksTold(actor, asked) };
}
