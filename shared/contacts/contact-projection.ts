import { type Entry, nameOf, type Projection } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { scopedEntries, teamBorrowed, teamOf } from '../core/scoped-list.ts';
import { clip } from '../core/text.ts';
import { searchEntries } from '../search/search-entries.ts';
import { Contact } from './contact.ts';
import type { ContactOrder } from './contact-orders.ts';
import { contactTexts } from './contact-search.ts';

/** CONTACT-3: a workspace's contacts in an order; by the moment they were made in the list's own partition. */
export const contactListPk = (workspaceId: string, order: ContactOrder = 'created') =>
  `${workspacePk(workspaceId)}#LIST#CONTACT${order === 'created' ? '' : `#${order.toUpperCase()}`}`;

/** CALL-1: who has a phone number. The entry says no more than the id; what is in reach is the contacts' own to say. */
export const phonePk = (workspaceId: string, e164: string) => `${workspacePk(workspaceId)}#PHONE#${e164}`;
const phoneEntries = ({ workspaceId, id, phones }: Contact): Entry[] =>
  [...new Set(phones.map(({ number }) => number))].map((number) => ({
    pk: phonePk(workspaceId, number),
    sk: id,
    of: 'contact',
    id,
  }));

const mostNameInKey = 200;
/** By last name and first name as people look for them: without case and accents; who has none comes last. */
function nameKey(contact: Contact): string {
  const { lastName = '', firstName = '' } = contact;
  const folded = `${lastName} ${firstName}`.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return clip(folded.replaceAll('#', ' ') || '~', mostNameInKey);
}

function entriesOf(contact: Contact, teamId: string | undefined): Entry[] {
  const { workspaceId, id, createdAt, updatedAt, ownerId } = contact;
  const named = { of: 'contact', id };
  const listed = (order: ContactOrder, sk: string, team: string | undefined) =>
    scopedEntries(
      contactListPk(workspaceId, order),
      { ownerId, teamId: team },
      { ...named, sk: `${sk}#${id}` },
    );
  return [
    ...listed('created', createdAt, teamId),
    ...listed('updated', updatedAt, teamId),
    ...listed('name', nameKey(contact), undefined), // a team's page merges its members' lists
    ...searchEntries({ workspaceId, id, ownerId, teamId }, contactTexts(contact)),
    ...phoneEntries(contact),
  ];
}

export const contactProjection: Projection = {
  definition: 4,
  borrows: (record) => teamBorrowed(Contact.parse(record)),
  project({ record, borrowed }) {
    const contact = Contact.parse(record);
    const [team] = teamBorrowed(contact);
    return { entries: entriesOf(contact, teamOf(team && borrowed.get(nameOf(team)))), counters: {} };
  },
};
