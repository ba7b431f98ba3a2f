import * as z from 'zod';
import { RolePolicy } from '../core/policy.ts';
import type { Entry } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';

/** ACCESS-1: a workspace's own roles and its teams, in one partition: all that turns role names into rights. */
export const accessPk = (workspaceId: string) => `${workspacePk(workspaceId)}#ACCESS`;

export const AccessItem = z.discriminatedUnion('of', [
  z.object({ of: z.literal('role'), id: z.string(), policy: RolePolicy }),
  z.object({
    of: z.literal('team'),
    id: z.string(),
    memberIds: z.array(z.string()),
    managerIds: z.array(z.string()),
  }),
]);
export type AccessItem = z.infer<typeof AccessItem>;

/** What the projection of a role or a team puts there. */
export const accessEntry = (workspaceId: string, item: AccessItem): Entry => ({
  pk: accessPk(workspaceId),
  sk: `${item.of.toUpperCase()}#${item.id}`,
  ...item,
});
