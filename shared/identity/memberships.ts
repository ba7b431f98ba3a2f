import { AppError } from '../core/errors.ts';
import type { Credential } from './credential-store.ts';
import type { Membership } from './membership.ts';
import { isHere, type User } from './user.ts';

/** A credential's item, and what a request carries of it, stay small. */
export const mostMemberships = 20;
type Memberships = Credential['memberships'];

const tooMany = () =>
  new AppError('conflict', 'too_many_workspaces', `A person is in at most ${mostMemberships} workspaces.`);

function withMembership(memberships: Memberships, wanted: Membership): Memberships | undefined {
  const there = memberships.find(({ workspaceId }) => workspaceId === wanted.workspaceId);
  if (there?.roles.join() === wanted.roles.join()) return undefined;
  if (there) return memberships.map((one) => (one === there ? wanted : one));
  if (memberships.length >= mostMemberships) throw tooMany();
  return [...memberships, wanted];
}

function withoutMembership(memberships: Memberships, gone: string): Memberships | undefined {
  const rest = memberships.filter(({ workspaceId }) => workspaceId !== gone);
  return rest.length === memberships.length ? undefined : rest;
}

/**
 * What a credential opens once a user is as they are now; undefined where it opens that already. Throws
 * `credential_taken` for another person's, `too_many_workspaces`.
 */
export function membershipsWith(credential: Credential | undefined, user: User): Memberships | undefined {
  if (credential && credential.userId !== user.id)
    throw new AppError('conflict', 'credential_taken', 'This credential is of another user.');
  const { workspaceId, roles } = user;
  const memberships = credential?.memberships ?? [];
  return isHere(user)
    ? withMembership(memberships, { workspaceId, roles })
    : withoutMembership(memberships, workspaceId);
}
