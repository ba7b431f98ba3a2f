import { type AuditAction, auditId, byContext } from '../audit/audit.ts';
import { auditWrites } from '../audit/audit-store.ts';
import { type Contact, contactRecord } from '../contacts/contact.ts';
import { foldEmail } from '../contacts/email-address.ts';
import type { Context } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { queryPage } from '../platform/cursor.ts';
import { getItems } from '../platform/dynamo.ts';
import { followed } from '../platform/merged.ts';
import { recordStore } from '../platform/record-store.ts';
import { keyedHash } from '../privacy/address-hash-store.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import {
  assertLiftable,
  lifted,
  plainHash,
  reasonsOf,
  type Suppression,
  type SuppressionReason,
  suppressionKey,
  suppressionListPk,
  suppressionOfItem,
  withReason,
} from './suppression.ts';
import type { SuppressionBody } from './suppression-routes.ts';
import { changeSuppression } from './suppression-store.ts';

const contacts = recordStore(contactRecord);

/** What an address (folded) is called, and was called. */
const hashesOf = async (workspaceId: string, emailKey: string): Promise<[string, string]> => [
  await keyedHash(workspaceId, emailKey),
  plainHash(emailKey),
];

type Owner = { contact: Contact; email: Contact['emails'][number] };
/** Which address of a contact has this hash; none where the contact lies in the trash. */
async function ownerIn(contact: Contact, hash: string): Promise<Owner | undefined> {
  if (contact.deletedAt) return undefined;
  for (const email of contact.emails)
    if ((await hashesOf(contact.workspaceId, email.key)).includes(hash)) return { contact, email };
  return undefined;
}

/** Who of those that had these addresses has them still, by the address's hash: one BatchGet, one more for those who were merged. */
export async function ownersOf(
  workspaceId: string,
  all: readonly Suppression[],
): Promise<Map<string, Owner>> {
  const named = all.flatMap(({ hash, contactId }) => (contactId ? [{ hash, contactId }] : []));
  if (named.length === 0) return new Map();
  const keyOf = (id: string) => recordKey(workspaceId, 'contact', id);
  const items = await followed(await getItems(named.map(({ contactId }) => keyOf(contactId))));
  const found = await Promise.all(
    named.map(async ({ hash, contactId }) => {
      const item = items.get(nameOf(keyOf(contactId)));
      const owner = item && (await ownerIn(contacts.parse(item), hash));
      return owner ? ([[hash, owner]] as const) : [];
    }),
  );
  return new Map(found.flat());
}

const shown = (one: Suppression, owner: Owner | undefined): SuppressionBody => ({
  id: one.hash,
  reasons: reasonsOf(one),
  ...(one.note !== undefined && { note: one.note }),
  ...(owner && { contactId: owner.contact.id, address: owner.email.address }),
});
async function allShown(workspaceId: string, all: Suppression[]): Promise<SuppressionBody[]> {
  const owners = await ownersOf(workspaceId, all);
  return all.map((one) => shown(one, owners.get(one.hash)));
}

/** What is said against addresses, by their hashes; one BatchGet. */
export async function readSuppressions(
  workspaceId: string,
  hashes: readonly string[],
): Promise<Suppression[]> {
  const keys = hashes.map((hash) => suppressionKey(workspaceId, hash));
  const items = keys.length > 0 ? await getItems(keys) : new Map<string, Item>();
  return keys.flatMap((key) => {
    const item = items.get(nameOf(key));
    return item ? [suppressionOfItem(item)] : [];
  });
}

/** SUPPRESSION-3: newest first; one Query and two BatchGets a page, one more where some were merged. */
export async function suppressionPage(
  workspaceId: string,
  reason: SuppressionReason | undefined,
  page: PageRequest,
): Promise<Page<SuppressionBody>> {
  const pk = suppressionListPk(workspaceId, reason);
  const { items, cursor } = await queryPage({ pk, newestFirst: true }, page, 'suppressions', ({ hash }) =>
    String(hash),
  );
  const all = await readSuppressions(workspaceId, items);
  const listed = all.filter((one) => reasonsOf(one).some((said) => !reason || said.reason === reason));
  return { items: await allShown(workspaceId, listed), cursor };
}

/** An address as it is asked for: its hashes, and who has it; two GetItems. */
async function asked(workspaceId: string, address: string) {
  const { emailFolding } = await workspaceOf(workspaceId);
  const key = foldEmail(address.trim(), emailFolding);
  const holder = await contacts.findByUnique(workspaceId, { name: 'email', value: key });
  return { hashes: await hashesOf(workspaceId, key), contactId: holder?.id };
}

/** What is said against an address; four reads. */
export async function lookUp(workspaceId: string, address: string): Promise<SuppressionBody[]> {
  const { hashes, contactId } = await asked(workspaceId, address);
  const all = await readSuppressions(workspaceId, hashes);
  return allShown(
    workspaceId,
    all.map((one) => ({ ...one, ...(contactId && { contactId }) })),
  );
}

/** The line of the audit log, which names no address. */
function auditLine(by: Context, action: AuditAction, { hash, contactId }: Suppression): Write[] {
  const record = contactId ? { record: { kind: 'contact', id: contactId } } : {};
  return auditWrites(by.actor.workspaceId, {
    ...byContext(by),
    id: auditId(action, hash, by.now),
    action,
    ...record,
  });
}

/** Puts an address on the list by hand. May be repeated. */
export async function addByHand(
  { address, note }: { address: string; note?: string | undefined },
  by: Context,
): Promise<SuppressionBody> {
  const { workspaceId } = by.actor;
  const {
    hashes: [hash],
    contactId,
  } = await asked(workspaceId, address);
  const one = await changeSuppression(
    workspaceId,
    hash,
    (before) => withReason(before, 'manual', by.now, { contactId, ...(note !== undefined && { note }) }),
    (after) => auditLine(by, 'suppression.added', after),
  );
  return shown(one, (await ownersOf(workspaceId, [one])).get(hash));
}

const notFound = () =>
  new AppError('not_found', 'suppression_not_found', 'Nothing is said against such an address.');

/** The same address under its other name, where a contact has it still; with what is asked for last. */
export async function namesOf(workspaceId: string, one: Suppression): Promise<Suppression[]> {
  const owner = (await ownersOf(workspaceId, [one])).get(one.hash);
  if (!owner) return [one];
  const hashes = await hashesOf(workspaceId, owner.email.key);
  return [
    ...(await readSuppressions(
      workspaceId,
      hashes.filter((hash) => hash !== one.hash),
    )),
    one,
  ];
}

/** Lifts all but a complaint. Throws `suppression_not_found`, `complaint_stands`: then nothing is lifted. */
export async function lift(hash: string, by: Context): Promise<void> {
  const { workspaceId } = by.actor;
  const [found] = await readSuppressions(workspaceId, [hash]);
  if (!found || reasonsOf(found).length === 0) throw notFound();
  const names = await namesOf(workspaceId, found);
  for (const one of names) assertLiftable(one);
  for (const one of names)
    await changeSuppression(
      workspaceId,
      one.hash,
      (now) => {
        assertLiftable(now);
        return lifted(now, ['manual', 'unsubscribed', 'bounced']);
      },
      () => auditLine(by, 'suppression.lifted', one),
    );
}
