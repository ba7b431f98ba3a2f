// `npm run roles`: writes the table of the built-in roles into docs/roles.md. A test holds the page to the code.
import { readFileSync, writeFileSync } from 'node:fs';
import { builtinRole, builtinRoles } from '../shared/access/builtin-roles.ts';
import {
  governedKinds,
  type RecordRights,
  type RolePolicy,
  resourceOf,
  settingResources,
  verbs,
} from '../shared/core/policy.ts';

const page = new URL('../docs/roles.md', import.meta.url);
const [begin, end] = ['<!-- roles:begin -->', '<!-- roles:end -->'];

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

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The tables of docs/roles.md, in Markdown. */
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

/** The page with its tables as the code has them. */
export function rolesPage(): string {
  const text = readFileSync(page, 'utf8');
  const [before = '', rest = ''] = text.split(begin);
  const [, after = ''] = rest.split(end);
  return `${before}${begin}\n\n${roleTables()}\n\n${end}${after}`;
}

if (import.meta.main) writeFileSync(page, rolesPage());
