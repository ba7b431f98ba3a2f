import { contactRatingsPk } from '../activities/activity-projection.ts';
import { contactRecord } from '../contacts/contact.ts';
import { foldEmail } from '../contacts/email-address.ts';
import { AppError } from '../core/errors.ts';
import { type Item, type Key, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { getItems, queryItems } from '../platform/dynamo.ts';
import { followed, idsOf } from '../platform/merged.ts';
import { recordStore } from '../platform/record-store.ts';
import { sideBySide } from '../platform/side-by-side.ts';
import { keyedHash } from '../privacy/address-hash-store.ts';
import { erasedKey } from '../privacy/erased-address.ts';
import { pressingTicketsPk } from '../tickets/ticket-projection.ts';
import type { Workspace } from '../workspaces/workspace.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { type MailFacts, type Refusal, refusalIn } from './mail-refusal.ts';
import {
  forgottenAt,
  type MarketingSent,
  marketingSentKey,
  marketingSentOf,
  momentsOf,
  sentAlso,
} from './marketing-sent.ts';
import { plainHash, suppressedBy, suppressionKey } from './suppression.ts';

const contacts = recordStore(contactRecord);

type Asked = {
  addresses: readonly string[];
  marketing: boolean;
  contactId?: string | undefined;
  /** The mail that asks: that it was taken before does not count against it. */
  messageId?: string | undefined;
  now: string;
};
type Verdict = {
  /** Of each address in its place. */
  refusals: (Refusal | undefined)[];
  /** What the mail's contact got, to be written with the next. */
  sent?: { contactId: string; known: MarketingSent } | undefined;
};

type AddressKeys = { block: Key; suppressions: Key[] };
async function keysOf(workspace: Workspace, address: string): Promise<AddressKeys> {
  const folded = foldEmail(address.trim(), workspace.emailFolding);
  const hash = await keyedHash(workspace.id, folded);
  const hashes = [hash, plainHash(folded)];
  return {
    block: erasedKey(workspace.id, hash),
    suppressions: hashes.map((one) => suppressionKey(workspace.id, one)),
  };
}

type OfContact = Pick<MailFacts, 'consents' | 'hasPressingTicket' | 'lastRating' | 'sentAt'> & {
  isErased: boolean;
  sent?: Verdict['sent'];
};
const nobody: OfContact = { isErased: false, hasPressingTicket: false, sentAt: [] };

type Beside = { hasPressingTicket: boolean; rating: { score: number; at: string } | undefined };
/** Two Queries of one entry. */
async function besideOf(workspaceId: string, contactId: string, now: string): Promise<Beside> {
  const [tickets, ratings] = await Promise.all([
    queryItems({ pk: pressingTicketsPk(workspaceId, contactId), limit: 1 }),
    queryItems({ pk: contactRatingsPk(workspaceId, contactId), to: `${now}~`, newestFirst: true, limit: 1 }),
  ]);
  const [rating] = ratings.items;
  return {
    hasPressingTicket: tickets.items.length > 0,
    rating: rating && { score: Number(rating.score), at: String(rating.at) },
  };
}

/** What is known of the person: of one that was merged, what is known of all that are one with them. */
async function contactFacts(
  items: Map<string, Item>,
  first: Beside,
  { contactId, messageId, now, workspaceId }: Asked & { contactId: string; workspaceId: string },
): Promise<OfContact> {
  const key = recordKey(workspaceId, 'contact', contactId);
  const item = (await followed(new Map([...items].filter(([name]) => name === nameOf(key))))).get(
    nameOf(key),
  );
  if (!item) return nobody;
  const ids = idsOf({ ...item, id: item.id });
  const others = ids.filter((id) => id !== contactId);
  const [more, besides] = await Promise.all([
    others.length > 0 ? getItems(others.map((id) => marketingSentKey(workspaceId, id))) : new Map(),
    Promise.all(others.map((id) => besideOf(workspaceId, id, now))),
  ]);
  const sentOf = (id: string) => {
    const name = nameOf(marketingSentKey(workspaceId, id));
    return marketingSentOf(items.get(name) ?? more.get(name));
  };
  const { consents, erasedAt, id } = contacts.parse(item);
  const ratings = [first, ...besides].flatMap(({ rating }) => rating ?? []);
  return {
    isErased: erasedAt !== undefined,
    consents,
    hasPressingTicket: [first, ...besides].some((one) => one.hasPressingTicket),
    lastRating: ratings.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1),
    sentAt: momentsOf(
      ids.map((one) => sentOf(one)),
      messageId,
    ),
    sent: { contactId: id, known: sentOf(id) },
  };
}

/**
 * SUPPRESSION-1, ERASED-1, SENT-1: whether mail to these addresses may go now. Of marketing mail to a contact one BatchGet
 * and, beside it, two Queries of one entry; for each contact that was merged into it two Queries more, and one BatchGet
 * for all. Of other mail one BatchGet.
 */
export async function judgeMail(workspaceId: string, asked: Asked): Promise<Verdict> {
  const { addresses, marketing, contactId, now } = asked;
  const workspace = await workspaceOf(workspaceId);
  const keys = await Promise.all(addresses.map((address) => keysOf(workspace, address)));
  const person = marketing ? contactId : undefined;
  const [items, first] = await sideBySide([
    getItems([
      ...keys.flatMap(({ block, suppressions }) => [block, ...(marketing ? suppressions : [])]),
      ...(person ? [recordKey(workspaceId, 'contact', person), marketingSentKey(workspaceId, person)] : []),
    ]),
    person ? besideOf(workspaceId, person, now) : Promise.resolve(undefined),
  ]);
  const { isErased, sent, ...known } =
    person && first ? await contactFacts(items, first, { ...asked, contactId: person, workspaceId }) : nobody;
  const { marketingNeedsConsent: needsConsent, marketingCap: cap } = workspace;
  const refusals = keys.map(({ block, suppressions }) =>
    refusalIn({
      ...{ ...known, marketing, needsConsent, cap, now },
      isErased: isErased || items.has(nameOf(block)),
      suppressed: suppressedBy(suppressions.map((key) => items.get(nameOf(key)))),
    }),
  );
  return { refusals, sent };
}

/** Why a mail is not to go to an address now, undefined where it may. */
export async function mailRefusal(
  workspaceId: string,
  {
    to,
    now = new Date().toISOString(),
    ...mail
  }: Omit<Asked, 'addresses' | 'now'> & { to: string; now?: string },
): Promise<Refusal | undefined> {
  const { refusals } = await judgeMail(workspaceId, { ...mail, addresses: [to], now });
  return refusals[0];
}

const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'Another mail to the contact went at the same moment.');

/** Counts a mail for its contact, in the transaction that takes it: of two at once one is refused, and looks again. */
export function sentWrites(
  workspaceId: string,
  sent: Verdict['sent'],
  messageId: string,
  at: string,
): Write[] {
  if (!sent) return [];
  const { contactId, known } = sent;
  const guard =
    known.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': known.version } };
  const Item = {
    ...marketingSentKey(workspaceId, contactId),
    ...sentAlso(known, messageId, at),
    expiresAt: forgottenAt(at),
  };
  return [{ action: { Put: { Item, ...guard } }, refused: raceLost }];
}
