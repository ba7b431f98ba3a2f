import { builtinRole, builtinRoles } from '../../shared/access/builtin-roles.ts';
import {
  governedKinds,
  type RecordRights,
  type RolePolicy,
  resourceOf,
  settingResources,
  verbs,
} from '../../shared/core/policy.ts';
import { table } from './table.ts';

/** Verbs by how far they go: `all: read, create · own: edit`. */
function cell(policy: RolePolicy, kind: (typeof governedKinds)[number]): string {
  const rights = { read: undefined, unassigned: false, ...policy.records[kind] } as Partial<RecordRights>;
  const reaches = (['all', 'team', 'own'] as const).flatMap((reach) => {
    const named = verbs.filter((verb) => rights[verb] === reach);
    return named.length > 0 ? [`${reach}: ${named.join(', ')}`] : [];
  });
  if (reaches.length === 0) return '–';
  const isMarked = rights.unassigned && reaches.some((text) => !text.startsWith('all'));
  return [...reaches, ...(isMarked ? ['unassigned'] : [])].join(' · ');
}

const named = (policy: RolePolicy, verb: 'read' | 'write') => {
  const all = settingResources.filter((resource) => policy.settings.includes(`${resource}:${verb}`));
  return all.length === settingResources.length ? 'everything' : all.join(', ') || '–';
};

/** The built-in roles: what each is, may do to records, and to settings. */
export function roleTables(): string {
  const roles = builtinRoles.map(builtinRole);
  const records = roles.map(({ id, policy }) => [
    `\`${id}\``,
    ...governedKinds.map((kind) => cell(policy, kind)),
  ]);
  const settings = roles.map(({ id, policy }) => [
    `\`${id}\``,
    named(policy, 'read'),
    named(policy, 'write'),
  ]);
  return [
    table(
      ['role', ''],
      roles.map(({ id, description }) => [`\`${id}\``, description]),
    ),
    table(['role', ...governedKinds.map((kind) => resourceOf[kind])], records),
    table(['role', 'settings read', 'settings written'], settings),
  ].join('\n\n');
}
