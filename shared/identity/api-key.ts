import * as z from 'zod';
import { idOf } from '../core/ids.ts';
import { Permission } from '../core/policy.ts';
import { RoleId } from './membership.ts';

/** What the authorizer reads of a key, by its hash. */
export const ApiKey = z.object({
  keyId: z.string(),
  workspaceId: idOf('workspace'),
  userId: z.string(),
  subject: z.string(),
  roles: z.array(RoleId).min(1),
  scopes: z.array(Permission).optional(),
  expiresAt: z.string(),
  revokedAt: z.string().optional(),
  lastUsedAt: z.string().optional(),
  lastUsedFrom: z.string().optional(),
});
export type ApiKey = z.infer<typeof ApiKey>;

const hourOf = (iso: string) => iso.slice(0, 13);
/** What a use of a key asks to be written: "last used" at most every 15 minutes, a line of the audit log once an hour and address. */
export function useOf(
  key: ApiKey,
  from: string,
  now: string,
  isStale: boolean,
): { touches: boolean; isNews: boolean } {
  const isNews = key.lastUsedFrom !== from || hourOf(key.lastUsedAt ?? '') !== hourOf(now);
  return { touches: isStale || isNews, isNews };
}
