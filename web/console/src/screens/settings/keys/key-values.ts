import type { NewKey, Permission } from '../../../../../client/src/index.ts';
import { policyKinds, resources, verbs } from '../roles/policy.ts';

const plural = {
  contact: 'contacts',
  company: 'companies',
  deal: 'deals',
  task: 'tasks',
  activity: 'activities',
  ticket: 'tickets',
  order: 'orders',
  product: 'products',
  promise: 'promises',
} as const;

/** Every permission that a key may be held to, the records' before the settings'. */
export const permissions: Permission[] = [
  ...policyKinds.flatMap((kind) => verbs.map((verb): Permission => `${plural[kind]}:${verb}`)),
  ...resources.flatMap((resource): Permission[] => [`${resource}:read`, `${resource}:write`]),
];
const reading = permissions.filter((permission) => permission.endsWith(':read'));

export const reachesOfKey = ['all', 'read', 'chosen'] as const;
export const lives = ['30', '90', '180', '365'] as const;
export type Values = {
  name: string;
  roles: string[];
  may: (typeof reachesOfKey)[number];
  scopes: Permission[];
  days: (typeof lives)[number];
};
export const newKey = (roles: string[]): Values => ({ name: '', roles, may: 'all', scopes: [], days: '90' });

const dayMs = 86_400_000;
export function bodyOf({ name, roles, may, scopes, days }: Values, now: number): NewKey {
  const held = { all: undefined, read: reading, chosen: scopes }[may];
  const expiresAt = new Date(now + Number(days) * dayMs).toISOString();
  return { name, roles, ...(held && { scopes: held }), expiresAt };
}
