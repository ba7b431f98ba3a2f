import type { Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { newId } from '../../../shared/core/ids.ts';
import { findCredential } from '../../../shared/identity/credential-store.ts';
import { saveMember } from '../../../shared/identity/member-store.ts';
import {
  changeUser,
  createUser,
  type Invitation,
  isHere,
  subjectOf,
  type User,
} from '../../../shared/identity/user.ts';
import { userInactive } from '../../../shared/identity/user-life.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { enableInPool, inviteToPool } from '../../../shared/platform/user-pool.ts';

/** Who is here already stays as they are; who is deactivated is to be reactivated. */
function asTheyAre(user: User): User {
  if (!isHere(user)) throw userInactive(user);
  return user;
}

/** Of a workspace that was made of an archive: one whom nothing has let in yet, though they have their place and their records. */
const isOutside = ({ status, subject }: User) => status === 'invited' && subject === undefined;

/**
 * Makes whoever has this subject a user of the workspace; the stub of somebody who was removed is them again. `known`: who has the
 * address there already, and is outside.
 */
const addInvited = (given: Invitation, subject: string, by: Context, known?: User): Promise<User> =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const id = known?.id ?? (await findCredential(subject))?.userId ?? newId('user', by.now);
    const user = await userStore.find(workspaceId, id);
    if (user && isOutside(user)) {
      const change = changeUser(user, { subject }, by);
      await saveMember(change, by);
      return change.after;
    }
    if (user && user.status !== 'removed') return asTheyAre(user);
    const wanted = { ...given, subject, status: 'invited' as const };
    const change = user ? changeUser(user, wanted, by) : createUser(wanted, id, workspaceId, by);
    await saveMember(change, by);
    return change.after;
  });

const whoHas = async (email: string, { actor }: Context): Promise<User | undefined> => {
  const user = await userStore.findByUnique(actor.workspaceId, { name: 'user_email', value: email });
  return user && asTheyAre(user);
};

const taken = new Set(['user_email_taken', 'credential_taken']);
/** Of two who invite one person at once the second finds the address or the credential taken, by that very person. */
async function addedOnce(given: Invitation, subject: string, by: Context, known?: User): Promise<User> {
  try {
    return await addInvited(given, subject, by, known);
  } catch (error) {
    const isTaken = error instanceof AppError && taken.has(error.code);
    const there = isTaken ? await whoHas(given.email, by) : undefined;
    if (!there) throw error;
    return there;
  }
}

/**
 * Invites a person by their address: a user of the pool, whom it sends a first password, then of the workspace. Safe to
 * repeat, also after a kill between the two: the same address is the same user. Somebody of another workspace is let in at
 * once and gets no mail. Throws `user_inactive`, `user_email_taken`, `too_many_workspaces`, `busy`.
 */
export async function inviteUser(given: Invitation, by: Context): Promise<User> {
  const there = await whoHas(given.email, by);
  if (there && !isOutside(there)) {
    await enableInPool(subjectOf(there)); // an invitation that was killed before it did
    return there;
  }
  const { subject, isNew } = await inviteToPool(given);
  if (!isNew) await enableInPool(subject); // a kill behind the table leaves nobody shut out
  const user = await addedOnce(given, subject, by, there);
  // Who was shut out with their last workspace; after the table, so that whoever shuts them out looks again behind it.
  if (!isNew) await enableInPool(subject);
  return user;
}
