import { builtinPolicy } from '../../shared/access/builtin-roles.ts';
import { roleRecord } from '../../shared/access/role.ts';
import { newId } from '../../shared/core/ids.ts';
import type { RolePolicy } from '../../shared/core/policy.ts';
import { acme, noon } from '../fixtures/ids.ts';
import type { Call } from './call.ts';
import { settleAll } from './dynamo.ts';
import { keep } from './keep.ts';

type Fields = Partial<RolePolicy['fields']>;
/** Stores a role that may all that an admin may but for these rules, and answers how somebody of it calls. */
export async function keepRole(fields: Fields, records: Partial<RolePolicy['records']> = {}): Promise<Call> {
  const all = builtinPolicy('admin') as RolePolicy;
  const policy: RolePolicy = {
    ...all,
    records: { ...all.records, ...records },
    fields: { contact: {}, deal: {}, task: {}, ...fields },
  };
  const base = { workspaceId: acme, version: 1, createdAt: noon, updatedAt: noon };
  const id = newId('role');
  await keep(roleRecord, { ...base, id, name: id, policy } as never);
  await settleAll();
  return { memberships: [{ workspaceId: acme, roles: [id] }] };
}
