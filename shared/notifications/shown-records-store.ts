import * as z from 'zod';
import { contactRecord, displayName } from '../contacts/contact.ts';
import { type Actor, mayReadSetting } from '../core/actor.ts';
import { type IdKind, kindOfId } from '../core/ids.ts';
import { type GovernedKind, governedKinds } from '../core/policy.ts';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { mayTouch } from '../core/rights.ts';
import { veiled } from '../core/veil.ts';
import { getItems } from '../platform/dynamo.ts';
import { followed } from '../platform/merged.ts';
import { parseContext } from '../platform/parse-context.ts';

/** A record as one of its readers may see it: the item itself, and what it is called for them. */
export type ShownRecord = { kind: IdKind; id: string; name: string; item: Item };
type Reader = Pick<Actor, 'workspaceId' | 'id' | 'rights' | 'permissions'>;

const Named = z.object({
  name: z.string().optional(),
  title: z.string().optional(),
  subject: z.string().optional(),
  url: z.string().optional(),
  contactId: z.string().optional(),
});
function callName(reader: Reader, kind: IdKind, item: Item): string {
  const { name, title, subject, url } = Named.parse(item);
  if (kind !== 'contact') return name || title || subject || url || String(item.id);
  const contact = contactRecord.schema.parse(item, parseContext());
  const { emails = [], phones = [] } = veiled(reader, 'contact', contact);
  return displayName({ ...contact, emails, phones });
}

const isGoverned = (kind: string): kind is GovernedKind => governedKinds.some((one) => one === kind);
const Asked = z.object({
  requestedBy: z.object({ id: z.string() }).optional(),
  asker: z.object({ id: z.string() }).optional(),
  authorId: z.string().optional(),
});
/** What somebody asked for or wrote is theirs to see, whatever they may besides. */
function isOwn({ id }: Reader, item: Item): boolean {
  const { requestedBy, asker, authorId } = Asked.parse(item);
  return [requestedBy?.id, asker?.id, authorId].includes(id);
}
function isSeen(reader: Reader, kind: IdKind, item: Item): boolean {
  if (item.deletedAt || (kind === 'contact' && item.erasedAt)) return false;
  if (isGoverned(kind)) return mayTouch(reader, kind, 'read', item.ownerId as string | undefined);
  return isOwn(reader, item) || mayReadSetting(reader as Actor, String(item.id)) === true;
}

/**
 * NOTIFY-5: records by the ids that name them, those alone that this reader may see now: one BatchGet a hundred, and one more where any was
 * merged.
 */
export async function shownRecords(
  reader: Reader,
  ids: readonly (string | undefined)[],
): Promise<Map<string, ShownRecord>> {
  const keys = new Map<string, Key>();
  for (const id of ids) {
    const kind = id && kindOfId(id);
    if (kind) keys.set(id, recordKey(reader.workspaceId, kind, id));
  }
  if (keys.size === 0) return new Map();
  const items = await followed(await getItems([...keys.values()]));
  const shown = [...keys].flatMap(([id, key]): [string, ShownRecord][] => {
    const item = items.get(nameOf(key));
    const kind = kindOfId(id);
    if (!item || !kind || !isSeen(reader, kind, item)) return [];
    return [[id, { kind, id: String(item.id), name: callName(reader, kind, item), item }]];
  });
  return new Map(shown);
}
