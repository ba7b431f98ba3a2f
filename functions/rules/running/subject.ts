import type { Contact } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { GovernedKind } from '../../../shared/core/policy.ts';
import { whole } from '../../../shared/core/scope.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { isHere } from '../../../shared/identity/user.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import type { Owned } from '../../../shared/platform/record-type.ts';
import type { Run } from '../../../shared/rules/run.ts';
import { typeNamed } from '../../records/types/record-types.ts';

/** How the records of a kind are written, as a request would. */
export function typeFor(kind: GovernedKind) {
  const type = typeNamed(kind);
  if (!type) throw new Error(`Nothing is known of the kind ${kind}`);
  return type;
}

type About = Pick<Run, 'workspaceId' | 'kind' | 'recordId' | 'event'>;
/** The record that a run is for, or the one that it was merged into; undefined where it is gone or in the trash. */
export const subjectOf = ({ workspaceId, kind, recordId }: About): Promise<Owned | undefined> =>
  typeFor(kind).store.find(whole(workspaceId), recordId);
export const isErased = (record: object): boolean => 'erasedAt' in record && record.erasedAt !== undefined;

type Named = 'contact' | 'company' | 'deal';
/** The id of another record that it is about: the one that it names, else the one that the event does. */
function idOf(named: Named, { event, kind }: About, record: Owned): string | undefined {
  if (kind === named) return record.id;
  const field = `${named}Id`;
  const { dealIds } = record as { dealIds?: string[] };
  const own = (record as Record<string, unknown>)[field] ?? (named === 'deal' ? dealIds?.[0] : undefined);
  const id = own ?? event.data[field];
  return typeof id === 'string' ? id : undefined;
}

/** The contact that a record is about, if it is there; nobody who was erased. */
export async function contactOf(run: About, record: Owned): Promise<Contact | undefined> {
  const id = idOf('contact', run, record);
  const contact = id ? await contactStore.find(whole(run.workspaceId), id) : undefined;
  return contact && !isErased(contact) ? contact : undefined;
}
/** `known`: its id, where that is told otherwise. */
export async function dealOf(run: About, record: Owned, known?: string) {
  const id = known ?? idOf('deal', run, record);
  return id ? dealStore.find(whole(run.workspaceId), id) : undefined;
}
export async function companyOf(run: About, record: Owned) {
  const id = idOf('company', run, record);
  return id ? typeFor('company').store.find(whole(run.workspaceId), id) : undefined;
}
/** What a branch or a step asks of. */
export const around = {
  record: async (_: About, record: Owned): Promise<Owned | undefined> => record,
  contact: contactOf,
  company: companyOf,
  deal: (run: About, record: Owned) => dealOf(run, record),
} as const;

/** Whose the record is, else whose its contact is. Who has left is passed over: what is over stays theirs when all else is handed over. */
export async function ownerOf(run: About, record: Owned): Promise<string | undefined> {
  const unlessGone = async (id: string | undefined) => {
    const user = id ? await userStore.find(run.workspaceId, id) : undefined;
    return user && !isHere(user) ? undefined : id;
  };
  return (await unlessGone(record.ownerId)) ?? unlessGone((await contactOf(run, record))?.ownerId);
}
