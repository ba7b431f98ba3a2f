import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { AppError, invalidField } from '../core/errors.ts';
import { idOf, newId } from '../core/ids.ts';
import { Permission } from '../core/policy.ts';
import { defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { RoleId } from './membership.ts';

export const maxKeys = 20;
const maxDays = 366;
const defaultDays = 365;

const fields = {
  name: z.string().trim().min(1).max(100).describe('What it is for.'),
  roles: z
    .array(RoleId)
    .min(1)
    .max(10)
    .describe('What it may at most. It never may more than its user at the moment of the request.'),
  scopes: z
    .array(Permission)
    .min(1)
    .max(100)
    .optional()
    .describe('The permissions that it is held to; all of its roles where left out.'),
};
/** An API key, without the key. It speaks for the user who made it, in one workspace. */
export const Key = z.object({
  ...recordBase('key'),
  ...fields,
  userId: idOf('user'),
  lastFour: z.string(),
  expiresAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().optional(),
  /** SHA-256 of the key: where the authorizer looks it up. */
  hash: z.string(),
  /** Which of the user's places it takes; none once it is revoked. */
  slot: z.int().optional(),
});
export type Key = z.infer<typeof Key>;
export const slotValue = (userId: string, slot: number) => ({ name: 'key_slot', value: `${userId}#${slot}` });
export const keyRecord = defineRecord('key', Key, ({ userId, slot }) =>
  slot === undefined ? [] : [slotValue(userId, slot)],
);

export const KeyBody = Key.omit({ workspaceId: true, hash: true, slot: true }).extend({
  lastUsedAt: z.iso.datetime().optional().describe('To 15 minutes.'),
});
export const NewKey = z.strictObject({
  ...fields,
  expiresAt: z.iso
    .datetime()
    .optional()
    .describe(`At most ${maxDays} days from now; ${defaultDays} days where left out.`),
});
export type NewKey = z.infer<typeof NewKey>;
export const KeyPatch = z.strictObject({
  name: fields.name.optional(),
  expiresAt: z.iso.datetime().optional().describe('Only earlier than it was.'),
});
export type KeyPatch = z.infer<typeof KeyPatch>;

const inDays = (now: string, days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
function expiryOf(given: string | undefined, now: string): string {
  const expiresAt = new Date(given ?? inDays(now, defaultDays)).toISOString();
  if (expiresAt > now && expiresAt <= inDays(now, maxDays)) return expiresAt;
  const detail = `A key expires in the future, at most ${maxDays} days from now.`;
  throw invalidField('/expiresAt', 'expiry_invalid', detail);
}

/** One gives a key what one has oneself; who writes roles could give themselves any. Throws `role_not_held`. */
function assertMayGive(roles: readonly string[], held: readonly string[], { actor }: Context): void {
  const foreign = roles.find((role) => !held.includes(role));
  if (foreign === undefined || actor.permissions.includes('roles:write')) return;
  throw new AppError('forbidden', 'role_not_held', `You do not have the role ${foreign} yourself.`);
}

export type Secret = { hash: string; lastFour: string };
/** `held`: the roles of whoever makes it, in this workspace. Throws `role_not_held`, `validation_failed`. */
export function createKey(
  given: NewKey,
  { hash, lastFour }: Secret,
  held: readonly string[],
  by: Context,
): Kept<Key> {
  assertMayGive(given.roles, held, by);
  const { actor, now } = by;
  const once = <T>(all: readonly T[]) => [...new Set(all)];
  const after: Key = {
    ...given,
    roles: once(given.roles),
    ...(given.scopes && { scopes: once(given.scopes) }),
    id: newId('key', now),
    workspaceId: actor.workspaceId,
    version: 1,
    createdAt: now,
    updatedAt: now,
    userId: actor.id,
    expiresAt: expiryOf(given.expiresAt, now),
    hash,
    lastFour,
  };
  return { of: keyRecord, before: undefined, after, events: [] };
}

/** Throws `key_not_live` for one that is revoked; an expiry may only come nearer. */
export function patchKey(key: Key, { name, expiresAt }: KeyPatch, { now }: Context): Kept<Key> {
  if (key.revokedAt) throw new AppError('conflict', 'key_not_live', 'The key is revoked for good.');
  const earlier = expiresAt === undefined ? key.expiresAt : new Date(expiresAt).toISOString();
  if (earlier > key.expiresAt)
    throw invalidField('/expiresAt', 'expiry_later', `It can only be earlier than ${key.expiresAt}.`);
  const after = nextVersion(key, { name: name ?? key.name, expiresAt: earlier }, now);
  return { of: keyRecord, before: key, after, events: [] };
}

/** Undefined where it is revoked already. */
export function revokeKey(key: Key, { now }: Context): Kept<Key> | undefined {
  if (key.revokedAt) return undefined;
  const { slot: _, ...rest } = nextVersion(key, { revokedAt: now }, now);
  return { of: keyRecord, before: key, after: rest, events: [] };
}
