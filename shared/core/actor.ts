import { type IdKind, kindOfId, newId } from './ids.ts';
import type { Permission, RolePolicy, SettingPermission } from './policy.ts';
import { settingResources } from './policy.ts';
import type { Rights } from './rights.ts';

/** Who acts: a signed-in user, or a part of Rapport itself on a workspace's behalf. */
export type Actor = {
  kind: 'user' | 'form' | 'mail' | 'schedule' | 'system' | 'rule';
  workspaceId: string;
  /** A user's id, else the id of the form, the message or the rule that acts. */
  id: string;
  /** All that the rights allow to at least some record: what a route asks for first. */
  permissions: readonly Permission[];
  rights: Rights;
  /** The API key that speaks for the user. */
  keyId?: string | undefined;
  /** Where the request came from: an IP address. */
  from?: string | undefined;
};

const settingOf: Partial<Record<IdKind, (typeof settingResources)[number]>> = {
  pipeline: 'pipelines',
  form: 'forms',
  template: 'templates',
  mailbox: 'mail',
  message: 'mail',
  intake: 'mail',
  user: 'users',
  team: 'teams',
  role: 'roles',
  key: 'keys',
  segment: 'segments',
  dedupe: 'workspaces',
  field: 'fields',
  webhook: 'webhooks',
  delivery: 'webhooks',
  import: 'imports',
  rule: 'rules',
  spend: 'reports',
  target: 'reports',
};
/** Whether one may read the thing behind an id whose kind nobody owns; undefined for the kinds that have owners. */
export function mayReadSetting({ permissions }: Actor, id: string): boolean | undefined {
  const kind = kindOfId(id);
  const resource = kind && settingOf[kind];
  return resource && permissions.includes(`${resource}:read`);
}

/** Makes a repeated request answer as the first did; the API shell fills it from `Idempotency-Key`. */
export type Once = {
  key: string;
  fingerprint: string;
  answer: (value: unknown) => { status: number; body: string };
};

/** All that a domain function may know of the world outside: who acts, when (ISO 8601 UTC), and because of what. */
export type Context = {
  actor: Actor;
  now: string;
  /** The request, message or schedule that caused it, kept on the change item. */
  cause?: string | undefined;
  once?: Once | undefined;
  /** What happens is made up: other systems are not told of it. */
  quiet?: true;
  /** It is one of very many of their kind: who becomes the owner is not told of each. */
  inBulk?: true;
  /** Ids of what is made: of a step that may run twice, the same each time; of changes one for each record. New ones where nothing is said. */
  idFor?: ((kind: IdKind, recordId?: string) => string) | undefined;
  /** Where what is made came from, where that is no request. */
  source?: { kind: 'import' | 'demo'; id?: string } | undefined;
};

/** The id of what a domain function makes. */
export const idForNew = (kind: IdKind, { idFor, now }: Pick<Context, 'idFor' | 'now'>): string =>
  idFor?.(kind) ?? newId(kind, now);

/** The same, where the answer that is kept for a repeated request shows more than the record that is stored. */
export function answeringWith<T>({ once, ...by }: Context, shown: (stored: T) => unknown): Context {
  return once ? { ...by, once: { ...once, answer: (stored) => once.answer(shown(stored as T)) } } : by;
}

const all = {
  read: 'all',
  create: 'all',
  edit: 'all',
  delete: 'all',
  export: 'all',
  unassigned: true,
} as const;
const everything: RolePolicy = {
  records: {
    contact: all,
    company: all,
    deal: all,
    task: all,
    activity: all,
    promise: all,
    product: all,
    order: all,
    ticket: all,
  },
  fields: { contact: {}, deal: {}, task: {} },
  settings: settingResources.flatMap((resource): SettingPermission[] => [
    `${resource}:read`,
    `${resource}:write`,
  ]),
};
/** Of Rapport's own parts, which act on what people with rights have set up. */
export const allRights: Rights = { roles: [everything], teamIds: [], circle: new Set() };

/** A part of Rapport acting for a workspace. */
export const systemContext = (
  workspaceId: string,
  kind: Exclude<Actor['kind'], 'user'>,
  id: string,
  now: string,
  cause?: string,
): Context => ({ actor: { kind, workspaceId, id, permissions: [], rights: allRights }, now, cause });
