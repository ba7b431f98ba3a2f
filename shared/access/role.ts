import * as z from 'zod';
import type { Context } from '../core/actor.ts';
import { AppError, type ErrorDetail } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { mergePatch } from '../core/patch.ts';
import { FieldRule, fieldKinds, governedKinds, RecordRights, RolePolicy, reaches } from '../core/policy.ts';
import { type Change, defineRecord, type Kept, nextVersion, recordBase } from '../core/record.ts';
import { caseFolded } from '../core/text.ts';
import { RoleId } from '../identity/membership.ts';
import { builtinRoles } from './builtin-roles.ts';

const name = z.string().trim().min(1).max(60);
const description = z.string().trim().max(500);

/** A role that a workspace made itself. */
export const Role = z.object({
  ...recordBase('role'),
  name,
  description: description.optional(),
  policy: RolePolicy,
});
export type Role = z.infer<typeof Role>;
export const roleRecord = defineRecord('role', Role, (role) => [
  { name: 'role_name', value: caseFolded(role.name) },
]);
export const mostRoles = 50;

/** A role as the API shows it: one that is built in has a name for an id, and no version. */
export const RoleBody = Role.omit({
  workspaceId: true,
  version: true,
  createdAt: true,
  updatedAt: true,
}).extend({
  id: RoleId,
  builtIn: z.boolean().describe('Whether it comes with Rapport, and cannot be changed.'),
  version: Role.shape.version.optional(),
  createdAt: Role.shape.createdAt.optional(),
  updatedAt: Role.shape.updatedAt.optional(),
});
export const shownRole = (role: Role) => ({ ...role, builtIn: false });

export const NewRole = z
  .strictObject({
    name,
    description: description.optional(),
    policy: RolePolicy.optional(),
    from: RoleId.optional().describe('A role whose policy it begins with, instead of one of its own.'),
  })
  .refine(({ policy, from }) => (policy === undefined) !== (from === undefined), {
    path: ['policy'],
    error: 'Give either a policy or the role `from` which it is copied.',
  });
export type NewRole = z.infer<typeof NewRole>;

const RightsPatch = RecordRights.omit({ unassigned: true })
  .partial()
  .extend({ unassigned: z.boolean().optional() }); // with its default it would set what the patch does not name
const RulesPatch = z.record(z.string().max(80), FieldRule.nullable()).nullable().optional();
/** RFC 7396 on the policy too: what is not named stays, a field's rule that is null goes, `settings` replace the list. */
const PolicyPatch = z.strictObject({
  records: z
    .strictObject({
      contact: RightsPatch.optional(),
      deal: RightsPatch.optional(),
      task: RightsPatch.optional(),
      activity: RightsPatch.omit({ read: true }).optional(),
      company: RightsPatch.optional(),
      promise: RightsPatch.optional(),
      product: RightsPatch.optional(),
      order: RightsPatch.optional(),
      ticket: RightsPatch.optional(),
    })
    .optional(),
  fields: z
    .strictObject({
      contact: RulesPatch,
      deal: RulesPatch,
      task: RulesPatch,
      company: RulesPatch,
      product: RulesPatch,
      order: RulesPatch,
      ticket: RulesPatch,
    })
    .optional(),
  settings: RolePolicy.shape.settings.unwrap().optional(),
});
export const RolePatch = z.strictObject({
  name: name.optional(),
  description: description.nullable().optional(),
  policy: PolicyPatch.optional(),
});
export type RolePatch = z.infer<typeof RolePatch>;

const mostFieldRules = 50;
const readable = governedKinds.filter((kind) => kind !== 'activity');
const rank = (reach: (typeof reaches)[number]) => reaches.indexOf(reach);

/** What makes no sense of a policy: changing what one may not read, or more rules than the rights of a request can hold. */
function faultsOf({ records, fields }: RolePolicy): ErrorDetail[] {
  const beyond = readable.flatMap((kind) => {
    const rights = records[kind];
    if (!rights) return [];
    return (['edit', 'delete', 'export'] as const)
      .filter((verb) => rank(rights[verb]) > rank(rights.read))
      .map((verb) => ({
        pointer: `/policy/records/${kind}/${verb}`,
        code: 'beyond_read',
        detail: `To ${verb} ${rights[verb]} is more than to read ${rights.read}.`,
      }));
  });
  const many = fieldKinds
    .filter((kind) => Object.keys(fields[kind] ?? {}).length > mostFieldRules)
    .map((kind) => ({
      pointer: `/policy/fields/${kind}`,
      code: 'too_big',
      detail: `A role has at most ${mostFieldRules} field rules of a kind of record.`,
    }));
  return [...beyond, ...many];
}
/** Throws `validation_failed` with a pointer for each fault. */
function assertSensible(policy: RolePolicy): void {
  const errors = faultsOf(policy);
  if (errors.length === 0) return;
  throw new AppError('invalid', 'validation_failed', 'The policy makes no sense; see errors.', { errors });
}

function assertOwnName(given: string): void {
  const builtIn = builtinRoles.find((one) => one === caseFolded(given));
  if (!builtIn) return;
  const detail = `The role ${builtIn} is built in; choose another name.`;
  throw new AppError('conflict', 'role_name_taken', detail, { existingId: builtIn });
}

export function createRole(
  { name, description }: NewRole,
  policy: RolePolicy,
  { actor, now }: Context,
): Kept<Role> {
  assertOwnName(name);
  assertSensible(policy);
  const base = { workspaceId: actor.workspaceId, version: 1, createdAt: now, updatedAt: now };
  const after: Role = { ...base, id: newId('role', now), name, description, policy };
  return { of: roleRecord, before: undefined, after, events: [] };
}

/** The policy that a patch asks for, before it is held to its schema: a cleared set of rules is one without any. */
export const patchedPolicy = ({ policy }: Role, patch: RolePatch): unknown =>
  mergePatch(policy, patch.policy ?? {});

export function patchRole(role: Role, patch: RolePatch, policy: RolePolicy, { now }: Context): Kept<Role> {
  const { policy: _, ...rest } = patch;
  if (patch.name !== undefined) assertOwnName(patch.name);
  assertSensible(policy);
  const after = nextVersion(mergePatch(role, rest), { policy }, now);
  return { of: roleRecord, before: role, after, events: [] };
}

/** Throws `role_in_use` where somebody, or a key, still has it. */
export function deleteRole(role: Role, usedBy: string | undefined): Change<Role> {
  if (usedBy) {
    const detail = `${usedBy} has the role ${role.name}. Take it away first.`;
    throw new AppError('conflict', 'role_in_use', detail, { existingId: usedBy });
  }
  return { of: roleRecord, before: role, after: undefined, events: [] };
}

export const roleBuiltIn = (id: string) =>
  new AppError('conflict', 'role_built_in', `The role ${id} is built in. Make one of your own \`from\` it.`);
export const tooManyRoles = () =>
  new AppError('conflict', 'too_many_roles', `A workspace has at most ${mostRoles} roles of its own.`);
