import { type Contact, contactRecord } from '../contacts/contact.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { getItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { scoreKey, scoreShown } from './score-item.ts';

type Scored = { id: string; score?: number | undefined; erasedAt?: string | undefined };

/** Contacts with the scores that lie beside them, of the items that were read. */
export const scoredOf = <T extends Scored>(
  workspaceId: string,
  contacts: readonly T[],
  items: ReadonlyMap<string, Item>,
): T[] =>
  contacts.map((contact) => {
    const score = scoreShown(contact, items.get(nameOf(scoreKey(workspaceId, contact.id))));
    return score === undefined ? contact : { ...contact, score };
  });

/** SCORE-5: contacts with the scores that they have; one BatchGet a hundred, none where somebody has set them all. */
export async function withScores<T extends Scored>(
  workspaceId: string,
  contacts: readonly T[],
): Promise<T[]> {
  const isOpen = ({ score, erasedAt }: Scored) => score === undefined && erasedAt === undefined;
  const keys = contacts.filter(isOpen).map(({ id }) => scoreKey(workspaceId, id));
  return scoredOf(workspaceId, contacts, keys.length > 0 ? await getItems(keys) : new Map());
}

/** SCORE-5: contacts as a list shows them, in the order of the ids, those in sight; one BatchGet for fifty. */
export async function scoredContacts(scope: Scope, ids: string[]): Promise<Contact[]> {
  const { workspaceId } = scope;
  const keyOf = (id: string) => recordKey(workspaceId, 'contact', id);
  const items = await getItems(ids.flatMap((id) => [keyOf(id), scoreKey(workspaceId, id)]));
  const contacts = ids.flatMap((id) => {
    const item = items.get(nameOf(keyOf(id)));
    const contact = item && contactRecord.schema.parse(item, parseContext());
    return contact && !contact.deletedAt && mayRead(scope, 'contact', contact.ownerId) ? [contact] : [];
  });
  return scoredOf(workspaceId, contacts, items);
}
