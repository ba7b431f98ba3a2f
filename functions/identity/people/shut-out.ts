import type { Context } from '../../../shared/core/actor.ts';
import { findCredential } from '../../../shared/identity/credential-store.ts';
import { revokeKey } from '../../../shared/identity/key.ts';
import { keyStore, saveKey } from '../../../shared/identity/key-store.ts';
import { keysOfUser } from '../../../shared/identity/keys-of-user-store.ts';
import { endAllSessions } from '../../../shared/identity/session-ending-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { disableInPool, enableInPool, signOutEverywhere } from '../../../shared/platform/user-pool.ts';

/** Their keys are dead already, as nothing of theirs opens the workspace; revoked they stay so if they come back. */
export async function revokeKeys(userId: string, by: Context): Promise<void> {
  const { workspaceId } = by.actor;
  for (const { id } of await keysOfUser(workspaceId, userId)) {
    await retryLostRace(async () => {
      const key = await keyStore.find(workspaceId, id);
      const change = key && revokeKey(key, by);
      if (change) await saveKey(change, by);
    });
  }
}

const hasWorkspaces = async (subject: string) =>
  ((await findCredential(subject))?.memberships.length ?? 0) > 0;

/**
 * Who has no workspace left cannot sign in any more. Whoever takes them in meanwhile has written the table before they let
 * them in at the pool, so that a look behind the pool sees them.
 */
export async function shutOut(subject: string, by: Context): Promise<void> {
  if (await hasWorkspaces(subject)) return;
  await disableInPool(subject);
  await endAllSessions(subject, by, [by.actor.workspaceId]);
  await signOutEverywhere(subject);
  if (await hasWorkspaces(subject)) await enableInPool(subject);
}
