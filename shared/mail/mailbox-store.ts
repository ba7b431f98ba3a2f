import * as z from 'zod';
import type { PageRequest } from '../core/page.ts';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { uniqueKey } from '../core/record.ts';
import { mustBeHere } from '../identity/user-store.ts';
import { cached } from '../platform/cache.ts';
import type { Write } from '../platform/commit.ts';
import { getItem, getItems } from '../platform/dynamo.ts';
import { recordPage } from '../platform/record-list.ts';
import { mustExist, recordStore } from '../platform/record-store.ts';
import { domainOf, type Mailbox, mailboxAddressesOf, mailboxRecord, mailboxUnique } from './mailbox.ts';
import { mailboxListPk } from './mailbox-projection.ts';

/** MAILBOX-1: by id, one GetItem. */
export const mailboxStore = recordStore(mailboxRecord);

const mostRecipients = 50;
/** MAILBOX-3: the mailbox of the first recipient that has one; two BatchGets. */
export async function mailboxOf(workspaceId: string, recipients: string[]): Promise<Mailbox | undefined> {
  const addresses = recipients.slice(0, mostRecipients).flatMap(mailboxAddressesOf);
  const keys = addresses.map((address) => uniqueKey(workspaceId, mailboxUnique(address)));
  const found = await getItems(keys);
  const ids = keys.flatMap((key) => found.get(nameOf(key))?.recordId ?? []);
  const [first] = await mailboxStore.getMany(workspaceId, ids.slice(0, 1).map(String));
  return first;
}

/** MAILBOX-2: one Query and one BatchGet a page. */
export const mailboxPage = (workspaceId: string, page: PageRequest) =>
  recordPage({ pk: mailboxListPk(workspaceId) }, page, 'mailboxes', (ids) =>
    mailboxStore.getMany(workspaceId, ids),
  );

/** Whose a mail domain is lies outside of any workspace: it is from here that a message gets its workspace. */
const mailDomainKey = (domain: string): Key => ({
  pk: `MAILDOMAIN#${domain.toLowerCase()}`,
  sk: 'MAILDOMAIN',
});
const MailDomain = z.object({ workspaceId: z.string() });
/** Mail to every address at the domain reaches this workspace. */
export const mailDomainItem = (domain: string, workspaceId: string): Item => ({
  ...mailDomainKey(domain),
  domain: domain.toLowerCase(),
  workspaceId,
});
/** MAILDOMAIN-1: one GetItem, at most every 30 s a process. */
export const workspaceOfDomain: (domain: string) => Promise<string | undefined> = cached(
  30_000,
  async (domain) => {
    const item = await getItem(mailDomainKey(domain));
    return item && MailDomain.parse(item).workspaceId;
  },
);

export const isOwnDomain = async (workspaceId: string, address: string): Promise<boolean> =>
  (await workspaceOfDomain(domainOf(address))) === workspaceId;

const ownersOf = ({ ownerId, roundRobin }: Mailbox) => [
  ...new Set([...(ownerId ? [ownerId] : []), ...roundRobin]),
];
/** Holds a mailbox's write to the users and the template that it names. Owners that it had before may be gone since. */
export function mailboxReferences(mailbox: Mailbox, before?: Mailbox): Write[] {
  const { workspaceId, ownerId, welcomeTemplateId } = mailbox;
  const had = before ? ownersOf(before) : [];
  const users = ownersOf(mailbox).filter((id) => !had.includes(id));
  return [
    ...users.map((id) => mustBeHere(workspaceId, id, ownerId === id ? '/ownerId' : '/roundRobin')),
    ...(welcomeTemplateId
      ? [mustExist(workspaceId, 'template', welcomeTemplateId, '/welcomeTemplateId')]
      : []),
  ];
}
