import { companyType } from '../../../shared/companies/company-store.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { within } from '../../../shared/core/scope.ts';
import { veiled } from '../../../shared/core/veil.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import type { Around } from '../../../shared/exports/columns/column.ts';
import type { Body } from '../../../shared/exports/columns/columns-of-kind.ts';
import { userStore } from '../../../shared/identity/user-store.ts';

type Named = { id: string };
/** Keeps what was read: users and pipelines are few, and named by many. */
function remembering<T extends Named>(read: (ids: string[]) => Promise<T[]>) {
  const known = new Map<string, T>();
  const asked = new Set<string>();
  return async (ids: string[]): Promise<Map<string, T>> => {
    const fresh = [...new Set(ids)].filter((id) => !asked.has(id));
    for (const id of fresh) asked.add(id);
    for (const one of fresh.length > 0 ? await read(fresh) : []) known.set(one.id, one);
    return known;
  };
}

const byId = <T extends Named>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]));
const fullName = ({
  firstName,
  lastName,
}: {
  firstName?: string | undefined;
  lastName?: string | undefined;
}) => [firstName, lastName].filter(Boolean).join(' ') || undefined;

/** The ids that fields of some records name, each once. */
const named = (bodies: readonly Body[], ...fields: string[]): string[] => [
  ...new Set(
    bodies.flatMap((body) =>
      fields.flatMap((field) => (typeof body[field] === 'string' ? [body[field]] : [])),
    ),
  ),
];
const authors = (bodies: readonly Body[]) =>
  bodies.flatMap(({ by }) => ((by as Named & { kind: string })?.kind === 'user' ? [(by as Named).id] : []));

/**
 * Reads whom and what the records of a page name, so far as this actor sees it: a BatchGet each of contacts and companies, and of users
 * and pipelines that were not named before.
 */
export function aroundFor(actor: Actor, timeZone: string): (bodies: readonly Body[]) => Promise<Around> {
  const { workspaceId, permissions } = actor;
  const scope = within(actor);
  const users = remembering((ids) => userStore.getMany(workspaceId, ids));
  const pipelines = remembering((ids) => pipelineStore.getMany(workspaceId, ids));
  const ifMay = (permission: Actor['permissions'][number], ids: string[]) =>
    permissions.includes(permission) ? ids : [];
  return async (bodies) => {
    const [knownUsers, knownPipelines, contacts, companies] = await Promise.all([
      users(ifMay('users:read', [...named(bodies, 'ownerId'), ...authors(bodies)])),
      pipelines(ifMay('pipelines:read', named(bodies, 'pipelineId'))),
      contactStore.getMany(scope, named(bodies, 'contactId')).then(byId),
      companyType.store.getMany(scope, named(bodies, 'companyId', 'parentId')).then(byId),
    ]);
    return {
      timeZone,
      emailOfUser: (id = '') => knownUsers.get(id)?.email ?? (id || undefined),
      contact: (id = '') => {
        const contact = contacts.get(id);
        const shown = contact && veiled(actor, 'contact', contact);
        return shown && { name: fullName(shown), email: shown.emails?.[0]?.address };
      },
      company: (id = '') => companies.get(id)?.name,
      pipeline: (id = '') => knownPipelines.get(id)?.name ?? (id || undefined),
      stage: (pipelineId = '', id = '') =>
        knownPipelines.get(pipelineId)?.stages.find((stage) => stage.id === id)?.name ?? (id || undefined),
    };
  };
}
