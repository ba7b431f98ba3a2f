import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { Roles } from './membership.ts';

/** A person who works in a workspace. The id is that of the credential's `sub`, so one person has one id everywhere. */
export const User = z.object({
  ...recordBase('user'),
  name: z.string().min(1).max(200),
  email: z.email().max(254),
  /** They add up. */
  roles: Roles.default(['readonly']),
  status: z.enum(['active', 'deactivated']).default('active'),
});
export type User = z.infer<typeof User>;
export const userRecord = defineRecord('user', User, ({ email }) => [
  { name: 'user_email', value: email.toLowerCase() },
]);
/** What the workspace's other members see. */
export const UserBody = User.omit({ workspaceId: true });
export type NewUser = Pick<User, 'name' | 'email' | 'roles'>;

export function createUser(given: NewUser, id: string, { actor, now }: Context): Kept<User> {
  const after = User.parse({
    ...given,
    id,
    workspaceId: actor.workspaceId,
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  return { of: userRecord, before: undefined, after, events: [] };
}

/** Undefined where the user is so already. */
export function changeUser(user: User, given: NewUser, { now }: Context): Kept<User> | undefined {
  const { name, email, roles } = user;
  const sameRoles = roles.join() === given.roles.join();
  if (name === given.name && email === given.email && sameRoles) return undefined;
  return { of: userRecord, before: user, after: nextVersion(user, given, now), events: [] };
}
