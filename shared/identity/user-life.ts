import type { Context } from '../core/actor.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { type Kept, nextVersion } from '../core/record.ts';
import { changeUser, isHere, subjectOf, type User, type UserPatch, userRecord } from './user.ts';
import { userDeactivated, userRemoved } from './user-events.ts';

const conflict = (code: string, detail: string, existingId?: string) =>
  new AppError('conflict', code, detail, existingId ? { existingId } : {});

export const lastAdmin = () =>
  conflict('last_admin', 'Nobody else who has signed in is an administrator. Make somebody one first.');
export const userInactive = ({ id }: User) =>
  conflict('user_inactive', 'They were here and are deactivated. Reactivate them.', id);

/** Throws `user_removed`: of a stub nothing can be changed. */
function assertNotRemoved({ id, status }: User): void {
  if (status === 'removed') throw conflict('user_removed', `The user ${id} is removed. Invite them again.`);
}

export function patchUser(user: User, patch: UserPatch, by: Context): Kept<User> {
  assertNotRemoved(user);
  return changeUser(user, { name: patch.name ?? user.name, roles: patch.roles ?? user.roles }, by);
}

/** From now on their drop-box has another address, and what is sent to the one before is skipped. */
export const rotateDropBox = (user: User, { now }: Context): Kept<User> => ({
  of: userRecord,
  before: user,
  after: nextVersion<User>(user, { dropBoxTurn: (user.dropBoxTurn ?? 0) + 1 }, now),
  events: [],
});

/** Who was invited is there, once they have been here. */
export const welcomeUser = (user: User, subject: string | undefined, by: Context): Kept<User> =>
  changeUser(user, { status: 'active', subject: user.subject ?? subject }, by);

/** Also of somebody who is deactivated already: then what they still have goes to another. */
export function deactivateUser(user: User, to: string | null, by: Context): Kept<User> {
  assertNotRemoved(user);
  if (to === user.id)
    throw invalidField('/reassignTo', 'same_user', 'What they have cannot go to themselves.');
  const change = changeUser(user, { status: 'deactivated' }, by);
  const { id: userId, version: job } = change.after;
  return { ...change, events: [userDeactivated({ userId, job })] };
}

/** Who is here already is answered as they are. */
export function reactivateUser(user: User, by: Context): Kept<User> | undefined {
  assertNotRemoved(user);
  return isHere(user) ? undefined : changeUser(user, { status: 'active', subject: subjectOf(user) }, by);
}

const formerName = 'Former user';
/** What stays of somebody, so that what they did still names an id. `.invalid` is no one's domain (RFC 2606, 2). */
export function removeUser(user: User, isHandedOver: boolean, by: Context): Kept<User> | undefined {
  if (user.status === 'removed') return undefined;
  if (isHere(user)) throw conflict('user_active', 'Deactivate them first, and say who gets what they have.');
  if (!isHandedOver)
    throw conflict('reassignment_running', 'What they had is being handed over. Try again when it is done.');
  const email = `${user.id.toLowerCase().replace('_', '-')}@removed.invalid`;
  const gone = { name: formerName, email, status: 'removed', subject: undefined } as const;
  const change = changeUser(user, { ...gone, roles: ['readonly'] }, by);
  return { ...change, events: [userRemoved({ userId: user.id })] };
}
