import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { Roles } from './membership.ts';
import { Preferences, PreferencesPatch } from './preferences.ts';

/** `invited`: has not been here yet. `removed`: the stub of somebody who is gone for good. */
const userStatuses = ['invited', 'active', 'deactivated', 'removed'] as const;

const fields = {
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  /** They add up. */
  roles: Roles.refine((roles) => new Set(roles).size === roles.length, 'A role is named twice.'),
};
/** A person who works in a workspace. The id is that of the credential's user, so one person has one id everywhere. */
export const User = z.object({
  ...recordBase('user'),
  ...fields,
  roles: fields.roles.default(['readonly']),
  status: z.enum(userStatuses).default('active'),
  /** The `sub` of the issuer's tokens. */
  subject: z.string().max(256).optional(),
  /** How often their drop-box address was rotated. */
  dropBoxTurn: z.int().optional(),
});
export type User = z.infer<typeof User>;
export const userRecord = defineRecord('user', User, ({ email, status }) =>
  status === 'removed' ? [] : [{ name: 'user_email', value: email.toLowerCase() }],
);
/** What the workspace's other members see. */
export const UserBody = User.omit({ workspaceId: true, subject: true, dropBoxTurn: true });

/** A user name of the pool has 128 characters at most. */
export const Invitation = z.strictObject({ ...fields, email: z.email().max(128).toLowerCase() });
export type Invitation = z.infer<typeof Invitation>;
export const UserPatch = z.strictObject({ name: fields.name.optional(), roles: fields.roles.optional() });
export type UserPatch = z.infer<typeof UserPatch>;
export const MePatch = z.strictObject({
  name: fields.name.optional(),
  preferences: PreferencesPatch.nullish().describe('RFC 7396; null clears all of them.'),
});
export type MePatch = z.infer<typeof MePatch>;
/** What one sees of oneself beyond that. */
export const MyselfBody = UserBody.extend({ preferences: Preferences });

export type NewUser = Pick<User, 'name' | 'email' | 'roles'> & Partial<Pick<User, 'status' | 'subject'>>;

/** Who may act, or be given something: neither deactivated nor removed. */
export const isHere = ({ status }: Pick<User, 'status'>): boolean =>
  status === 'active' || status === 'invited';
/** Who can let others in: an administrator who has been here. */
export const isAdmin = (user: Pick<User, 'status' | 'roles'> | undefined): boolean =>
  user?.status === 'active' && user.roles.includes('admin');
/** Before subjects were kept, they were the users' ids. */
export const subjectOf = ({ subject, id }: Pick<User, 'subject' | 'id'>): string => subject ?? id;

export function createUser(given: NewUser, id: string, workspaceId: string, { now }: Context): Kept<User> {
  const base = { id, workspaceId, version: 1, createdAt: now, updatedAt: now };
  return { of: userRecord, before: undefined, after: User.parse({ ...given, ...base }), events: [] };
}

/** A user as somebody wants them to be, whatever they were: who was gone is here again. */
export const changeUser = (user: User, given: Partial<NewUser>, { now }: Context): Kept<User> => ({
  of: userRecord,
  before: user,
  after: nextVersion<User>(user, given, now),
  events: [],
});
