import * as z from 'zod';
import type { Item, Key } from '../core/projection.ts';
import { getItem } from '../platform/dynamo.ts';
import { Membership } from './membership.ts';

/** A credential's workspaces lie outside of any: it is from here that a request gets its workspace. */
export const credentialKey = (subject: string): Key => ({ pk: `CREDENTIAL#${subject}`, sk: 'CREDENTIAL' });
/** Memberships once had one role. */
const withRoles = (stored: unknown) => {
  const { role, ...rest } = (stored ?? {}) as { role?: string };
  return role ? { roles: [role], ...rest } : rest;
};
export const Credential = z.object({
  userId: z.string(),
  memberships: z.array(z.preprocess(withRoles, Membership)).max(20).default([]),
  /** When they last signed out everywhere: no token of a sign-in before it is taken. */
  signedOutAt: z.iso.datetime().optional(),
  /** Counts its writes. */
  revision: z.int().default(1),
});
export type Credential = z.infer<typeof Credential>;

export const credentialItem = (subject: string, credential: Credential): Item => ({
  ...credential,
  ...credentialKey(subject),
});

/** USER-1: one consistent GetItem. */
export async function findCredential(subject: string): Promise<Credential | undefined> {
  const item = await getItem(credentialKey(subject));
  return item && Credential.parse(item);
}
