import type { RolePolicy } from '../core/policy.ts';
import type { Rights } from '../core/rights.ts';
import { cached } from '../platform/cache.ts';
import { queryItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { AccessItem, accessPk } from './access-item.ts';
import { builtinPolicy } from './builtin-roles.ts';

type Access = { policies: Map<string, RolePolicy>; teams: Extract<AccessItem, { of: 'team' }>[] };
const none: Access = { policies: new Map(), teams: [] };

async function load(workspaceId: string): Promise<Access> {
  const { items } = await queryItems({ pk: accessPk(workspaceId), limit: 1000 });
  const all = items.map((item) => AccessItem.parse(item, parseContext()));
  return {
    policies: new Map(all.flatMap((one) => (one.of === 'role' ? [[one.id, one.policy] as const] : []))),
    teams: all.flatMap((one) => (one.of === 'team' ? [one] : [])),
  };
}
/** ACCESS-1: one Query, at most every 30 s a process: what changes in a role or a team acts that late. */
const lately = cached(30_000, load);

const wantsTeam = ({ records }: RolePolicy) =>
  Object.values(records).some((rights) => Object.values(rights).includes('team'));

async function accessFor(workspaceId: string, roles: readonly string[]): Promise<Access> {
  const own = roles.map(builtinPolicy);
  if (own.every((policy) => policy && !wantsTeam(policy))) return none;
  const access = await lately(workspaceId);
  const isNew = roles.some((role) => !builtinPolicy(role) && !access.policies.has(role));
  return isNew ? load(workspaceId) : access; // a role that was made since then is known at once
}

const isOf =
  (userId: string) =>
  ({ memberIds, managerIds }: Access['teams'][number]): boolean =>
    [...memberIds, ...managerIds].includes(userId);
/** ACCESS-1: the teams that somebody is in or manages, also where no role of theirs asks for it. */
export const teamIdsOf = async (workspaceId: string, userId: string): Promise<string[]> =>
  (await lately(workspaceId)).teams.filter(isOf(userId)).map(({ id }) => id);

/** ACCESS-1: the team that each is a member of, as it is now: one Query. */
export async function memberships(workspaceId: string): Promise<Map<string, string>> {
  const { teams } = await load(workspaceId);
  return new Map(teams.flatMap(({ id, memberIds }) => memberIds.map((member) => [member, id] as const)));
}

type Asked = { userId: string; roles: readonly string[]; cap?: readonly string[] | undefined };
/** What these roles come to in this workspace. A role that is not there any more gives nothing. */
export async function rightsOf(
  workspaceId: string,
  { userId, roles, cap }: Asked,
): Promise<Omit<Rights, 'scopes'>> {
  const { policies, teams } = await accessFor(workspaceId, [...roles, ...(cap ?? [])]);
  const policiesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => builtinPolicy(id) ?? policies.get(id) ?? []);
  const own = teams.filter(isOf(userId));
  return {
    roles: policiesOf(roles),
    ...(cap && { cap: policiesOf(cap) }),
    teamIds: own.map(({ id }) => id),
    circle: new Set(own.flatMap(({ memberIds }) => memberIds)),
  };
}
