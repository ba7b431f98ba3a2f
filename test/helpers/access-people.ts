import { roleRecord } from '../../shared/access/role.ts';
import type { RolePolicy, SettingPermission } from '../../shared/core/policy.ts';
import { acme, ann, monday } from '../fixtures/ids.ts';
import type { Kind, Role } from './access-oracle.ts';
import {
  type CustomRole,
  custom,
  type Named,
  type PersonName,
  people,
  type RoleName,
} from './access-roles.ts';
import type { Call } from './call.ts';
import { keep } from './keep.ts';

const customNames = Object.keys(custom) as CustomRole[];
const isCustom = (name: RoleName): name is CustomRole => customNames.some((one) => one === name);
const idOf = (name: RoleName) =>
  isCustom(name) ? `rl_01K${`R0${customNames.indexOf(name)}`.padStart(23, '0')}` : name;

const rulesOf = ({
  hidden = [],
  readonly = [],
}: {
  hidden?: readonly string[];
  readonly?: readonly string[];
} = {}) =>
  Object.fromEntries([
    ...readonly.map((name) => [name, 'readonly'] as const),
    ...hidden.map((name) => [name, 'hidden'] as const),
  ]) as RolePolicy['fields']['contact'];

/** A role of the oracle's as a workspace keeps it. */
function policyOf({
  contact,
  deal,
  task,
  activity,
  unassigned,
  fields,
  settings,
  ...later
}: Role): RolePolicy {
  const withNobodys = <R>(kind: Kind, rights: R) => ({ ...rights, unassigned: unassigned[kind] === true });
  const laterOnes = Object.entries(later).map(([kind, rights]) => [kind, withNobodys(kind as Kind, rights)]);
  return {
    records: {
      ...Object.fromEntries(laterOnes),
      contact: withNobodys('contact', contact),
      deal: withNobodys('deal', deal),
      task: withNobodys('task', task),
      activity: withNobodys('activity', activity),
    },
    fields: {
      contact: rulesOf(fields.contact),
      deal: rulesOf(fields.deal),
      task: rulesOf(fields.task),
      company: rulesOf(fields.company),
      promise: rulesOf(fields.promise),
      product: rulesOf(fields.product),
      order: rulesOf(fields.order),
      ticket: rulesOf(fields.ticket),
    },
    settings: settings as SettingPermission[],
  };
}

/** Puts the workspace's own roles into the table. */
export async function keepRoles(): Promise<void> {
  const base = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
  for (const name of customNames)
    await keep(roleRecord, { ...base, id: idOf(name), name, policy: policyOf(custom[name]) });
}

/** What the authorizer says of somebody of the matrix. */
export function credentialOf(name: PersonName): Call {
  const { roles, cap, scopes } = people[name] as unknown as Named;
  const isKey = cap !== undefined || scopes !== undefined;
  return {
    userId: ann,
    memberships: [{ workspaceId: acme, roles: roles.map(idOf) }],
    ...(cap && { cap: cap.map(idOf) }),
    ...(scopes && { scopes }),
    ...(isKey && { keyId: `ky_01K${'KEY'.padStart(23, '0')}` }),
  };
}
