import { type IdKind, kindOfId } from './ids.ts';

export const resources = [
  'contacts',
  'activities',
  'tasks',
  'deals',
  'pipelines',
  'forms',
  'templates',
  'mail',
  'users',
] as const;
type Resource = (typeof resources)[number];
export type Permission = `${(typeof resources)[number]}:${'read' | 'write'}`;

const resourceOf: Partial<Record<IdKind, Resource>> = {
  contact: 'contacts',
  activity: 'activities',
  task: 'tasks',
  deal: 'deals',
  pipeline: 'pipelines',
  form: 'forms',
  template: 'templates',
  mailbox: 'mail',
  message: 'mail',
  intake: 'mail',
  user: 'users',
};
/** Whether the record behind an id may be read; never where its kind is not one that is read by itself. */
export function mayRead({ permissions }: Actor, id: string): boolean {
  const kind = kindOfId(id);
  const resource = kind && resourceOf[kind];
  return resource !== undefined && permissions.includes(`${resource}:read`);
}

/** Who acts: a signed-in user, or a part of Rapport itself on a workspace's behalf. */
export type Actor = {
  kind: 'user' | 'form' | 'mail' | 'schedule' | 'system';
  workspaceId: string;
  /** A user's id, else the id of the form, the message or the rule that acts. */
  id: string;
  permissions: readonly Permission[];
};

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
};

/** The same, where the answer that is kept for a repeated request shows more than the record that is stored. */
export function answeringWith<T>({ once, ...by }: Context, shown: (stored: T) => unknown): Context {
  return once ? { ...by, once: { ...once, answer: (stored) => once.answer(shown(stored as T)) } } : by;
}

/** A part of Rapport acting for a workspace. */
export const systemContext = (
  workspaceId: string,
  kind: Exclude<Actor['kind'], 'user'>,
  id: string,
  now: string,
  cause?: string,
): Context => ({ actor: { kind, workspaceId, id, permissions: [] }, now, cause });
