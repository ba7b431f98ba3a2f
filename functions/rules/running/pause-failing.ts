import { systemContext } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { isAdmin } from '../../../shared/identity/user.ts';
import { findUser, userStore } from '../../../shared/identity/user-store.ts';
import { notificationWrites } from '../../../shared/notifications/notify-store.ts';
import { anyWent, countAnew, noteFailure } from '../../../shared/rules/health-store.ts';
import { pauseRule } from '../../../shared/rules/rule.ts';
import { ruleStore, saveEnded } from '../../../shared/rules/rule-store.ts';
import type { Run } from '../../../shared/rules/run.ts';

const mostFailingMs = 86_400_000;

/** Who published it, or, where they are gone and of a ready-made one that nobody has published, an administrator. */
async function toldOf(workspaceId: string, ownerId: string | undefined): Promise<string | undefined> {
  const owner = ownerId ? await userStore.find(workspaceId, ownerId) : undefined;
  if (owner?.status === 'active') return owner.id;
  return (await findUser(workspaceId, isAdmin))?.id;
}

async function pause({ workspaceId, ruleId, number }: Run, now: string): Promise<void> {
  const rule = await ruleStore.find(workspaceId, ruleId);
  const isMeant = rule?.state === 'live' && rule.live?.number === number;
  const change = isMeant ? pauseRule(rule, { now }, 'failing') : undefined;
  if (!change) return;
  const { ownerId, version } = change.after;
  const about = { workspaceId, type: 'rule_paused', id: `${ruleId}.${version}`, about: ruleId } as const;
  const userId = await toldOf(workspaceId, ownerId);
  const told = userId ? await notificationWrites({ ...about, userId }, now) : [];
  await saveEnded(change, systemContext(workspaceId, 'rule', ruleId, now), told);
}

/**
 * What follows from a run that failed: a rule of whose runs none has gone well for a day is paused, and its owner is told. Who dies before leaves it to the
 * next run that fails.
 */
export async function pauseFailing(run: Run, now: string): Promise<void> {
  const rule = { workspaceId: run.workspaceId, id: run.ruleId };
  const since = await noteFailure(rule, now);
  if (Date.parse(now) - Date.parse(since) < mostFailingMs) return;
  if (await anyWent(rule, since)) return countAnew(rule, since, now);
  try {
    await pause(run, now);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // the next one that fails does it
  }
}
