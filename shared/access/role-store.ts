import type { Actor } from '../core/actor.ts';
import { referenceUnknown } from '../core/errors.ts';
import type { RolePolicy } from '../core/policy.ts';
import { queryItems } from '../platform/dynamo.ts';
import { recordStore } from '../platform/record-store.ts';
import { builtinPolicy } from './builtin-roles.ts';
import { assertMayGive } from './may-give.ts';
import { mostRoles, type Role, roleRecord, tooManyRoles } from './role.ts';
import { roleListPk } from './role-projection.ts';

/** ROLE-1: by id, one GetItem. */
export const roleStore = recordStore(roleRecord);

const idsOf = async (workspaceId: string): Promise<string[]> => {
  const { items } = await queryItems({ pk: roleListPk(workspaceId), limit: 2 * mostRoles });
  return items.map(({ id }) => String(id));
};
/** ROLE-2: all of a workspace's own, by name: one Query and one BatchGet. */
export async function ownRoles(workspaceId: string): Promise<Role[]> {
  const ids = await idsOf(workspaceId);
  return ids.length > 0 ? roleStore.getMany(workspaceId, ids) : [];
}

/** Throws `too_many_roles`. The list is a second behind, so that some made at once may be a few more. */
export async function assertRoomForRole(workspaceId: string): Promise<void> {
  if ((await idsOf(workspaceId)).length >= mostRoles) throw tooManyRoles();
}

const policiesOfOwn = async (workspaceId: string, ids: string[]): Promise<Map<string, RolePolicy>> => {
  const own = ids.length > 0 ? await roleStore.getMany(workspaceId, ids) : [];
  return new Map(own.map(({ id, policy }) => [id, policy]));
};
type Given = { role: string; pointer: string };
/** The policies of roles, built in or own, in their order. Throws `reference_unknown` for one that is not there. */
async function policiesOf(workspaceId: string, given: readonly Given[]): Promise<RolePolicy[]> {
  const ids = given.map(({ role }) => role).filter((role) => !builtinPolicy(role));
  const own = await policiesOfOwn(workspaceId, ids);
  return given.map(({ role, pointer }) => {
    const policy = builtinPolicy(role) ?? own.get(role);
    if (!policy) throw referenceUnknown(pointer, `There is no role ${role}.`);
    return policy;
  });
}

/** The policy of a role that another begins with. Throws `reference_unknown` at `/from`. */
export async function policyToCopy(workspaceId: string, from: string): Promise<RolePolicy> {
  const policy = builtinPolicy(from) ?? (await roleStore.find(workspaceId, from))?.policy;
  if (!policy) throw referenceUnknown('/from', `There is no role ${from}.`);
  return policy;
}

/**
 * Holds the roles that somebody is given to what the giver may do; those that they `had` are not given. Throws
 * `role_out_of_reach`, `reference_unknown`.
 */
export async function assertMayGiveRoles(
  actor: Actor,
  roles: readonly string[],
  had: readonly string[] = [],
): Promise<void> {
  const named = roles.map((role, n) => ({ role, pointer: `/roles/${n}` }));
  const given = named.filter(({ role }) => !had.includes(role));
  if (given.length === 0) return;
  const policies = await policiesOf(actor.workspaceId, given);
  assertMayGive(
    actor,
    given.flatMap((one, n) => {
      const policy = policies[n];
      return policy ? [{ ...one, policy }] : [];
    }),
  );
}
