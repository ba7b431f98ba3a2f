import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Activity } from '../../shared/activities/activity.ts';
import { activityRecord } from '../../shared/activities/activity.ts';
import { type Contact, contactRecord } from '../../shared/contacts/contact.ts';
import { type IdKind, newId } from '../../shared/core/ids.ts';
import { type RecordBase, type RecordKind, recordKey } from '../../shared/core/record.ts';
import { type Deal, dealRecord } from '../../shared/deals/deal.ts';
import { type Task, taskRecord } from '../../shared/tasks/task.ts';
import { anActivity } from '../fixtures/activity.ts';
import { aContact } from '../fixtures/contact.ts';
import { aDeal } from '../fixtures/deal.ts';
import { acme, ann, ben, globex, monday } from '../fixtures/ids.ts';
import { aTask } from '../fixtures/task.ts';
import { accessKind, accessKinds } from './access-kinds.ts';
import type { LaterKind, OwnerClass, RecordClass } from './access-oracle.ts';
import { keep } from './keep.ts';

const word = (prefix: string, text: string) => `${prefix}_01K${text.padStart(23, '0')}`;
/** Ann asks. Ben is in her team, Cid in none; Eve works in another workspace. */
export const cid = word('us', 'C1D');
export const eve = word('us', 'EVE');
export const ownerIds: Record<OwnerClass | 'elsewhere', string | undefined> = {
  own: ann,
  teams: ben,
  others: cid,
  nobodys: undefined,
  elsewhere: eve,
};
/** Where there is a record at all. */
export type Place = Exclude<RecordClass, 'never'>;
const nth: Record<Place, number> = { own: 1, teams: 2, others: 3, nobodys: 4, elsewhere: 5 };
export const workspaceOf = (whose: Place) => (whose === 'elsewhere' ? globex : acme);
export const neverId = (kind: IdKind) =>
  newId(kind, monday).replace(/_.{26}$/, `_01K${'N0B0DY'.padStart(23, '0')}`);

/** What no answer may hold of a record that is out of sight. */
export const markOf = (kind: string, whose: string) => `MARK-${kind}-${whose}.`;
export const marks = /MARK-(\w+)-(\w+)\./g;
/** What no answer may hold of a record some fields of which are hidden, by field. */
export const secretsOf = {
  contact: (whose: Place) => ({
    emails: `private-${whose}@hidden.example`,
    phones: `+4990000000${nth[whose]}`,
    custom: `PRIVATE-custom-${whose}`,
  }),
  deal: (whose: Place) => ({ amountCents: `900000000${nth[whose]}` }),
  task: (whose: Place) => ({ note: `PRIVATE-note-${whose}` }),
};

const based = (whose: Place, id: string) => ({ id, workspaceId: workspaceOf(whose) });
const owned = (whose: Place) => {
  const ownerId = ownerIds[whose];
  return ownerId === undefined ? {} : { ownerId };
};
function withoutOwner<T extends { ownerId?: string | undefined }>(record: T, whose: Place): T {
  const { ownerId: _, ...rest } = record;
  return { ...rest, ...owned(whose) } as T;
}
export const contactOf = (whose: Place, id: string, address?: string): Contact => {
  const { emails, phones, custom } = secretsOf.contact(whose);
  const email = address ?? emails;
  return withoutOwner(
    aContact({
      ...based(whose, id),
      lastName: markOf('contact', whose),
      emails: [{ address: email, key: email }],
      phones: [{ number: phones }],
      custom: { secret: custom },
      jobTitle: 'Miller',
    }),
    whose,
  );
};
export const dealOf = (whose: Place, id: string, contactId: string): Deal =>
  withoutOwner(
    aDeal({
      ...based(whose, id),
      name: markOf('deal', whose),
      contactId,
      amountCents: Number(secretsOf.deal(whose).amountCents),
    }),
    whose,
  );
export const taskOf = (whose: Place, id: string, contactId: string, dealId: string): Task =>
  withoutOwner(
    aTask({
      ...based(whose, id),
      title: markOf('task', whose),
      note: secretsOf.task(whose).note,
      contactId,
      dealId,
    }),
    whose,
  );
/** Its author's; what Rapport itself logged is nobody's. `about` names whose contact, and whose deal, it is about. */
export const activityOf = (
  whose: Place,
  id: string,
  about: { mark: string; contactId: string; dealIds?: string[] },
): Activity => {
  const author = ownerIds[whose];
  return anActivity({
    ...based(whose, id),
    kind: 'note',
    contactId: about.contactId,
    dealIds: about.dealIds ?? [],
    subject: about.mark,
    text: about.mark,
    by: author ? { kind: 'user', id: author } : { kind: 'system', id: 'idle' },
  });
};

/** A record of a kind that has nothing of its own. */
function laterOf(kind: LaterKind, whose: Place, id: string): object {
  const { record, secrets } = kindNamed(kind);
  const times = { version: 1, createdAt: monday, updatedAt: monday };
  const base = { ...based(whose, id), ...times, ...owned(whose) };
  return record(base, markOf(kind, whose), secrets(`${kind}-${whose}`));
}
function kindNamed(kind: string) {
  const found = accessKind(kind);
  if (!found) throw new Error(`${kind} is not named in access-kinds.ts`);
  return found;
}

let client: DynamoDBDocumentClient | undefined;
export async function putItem(Item: Record<string, unknown>): Promise<void> {
  client ??= DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  await client.send(new PutCommand({ TableName: process.env.TABLE_NAME, Item }));
}
type Known = { kind: string; whose: RecordClass };
const known = new Map<string, Known>();
/** Whose the record with this id is, of those that the matrix made. */
export const knownAs = (id: unknown): Known | undefined => known.get(String(id));

/** A record alone, without change and unique values: for a request that changes it. */
export async function put<T extends RecordBase>(of: RecordKind<T>, record: T): Promise<string> {
  await putItem({ ...record, ...recordKey(record.workspaceId, of.kind, record.id) });
  return record.id;
}

const letter = (whose: RecordClass) => (whose === 'never' ? 9 : nth[whose]);
const idBy = (prefix: string, kind: string) => (a: RecordClass, b: RecordClass) =>
  word(prefix, `${kind}${letter(a)}${letter(b)}`);
/** Records that stay as they are: what is read, and what lists hold. By whose the contact is, and then by whose they are themselves. */
export const dealId = idBy('dl', 'D');
export const taskId = idBy('tk', 'T');
/** By whose the contact is, and by who wrote it; by whose the contact is, and whose the deal. */
export const activityId = idBy('ac', 'A');
export const aboutDealId = idBy('ac', 'B');
const ofContact = (prefix: string, kind: string) =>
  Object.fromEntries(
    (['own', 'teams', 'others', 'nobodys', 'elsewhere', 'never'] as const).map((whose) => [
      whose,
      word(prefix, `${kind}${letter(whose)}`),
    ]),
  ) as Record<RecordClass, string>;
export const contactIds = ofContact('ct', 'C');
export const mailIds = ofContact('ac', 'M');
export const postIds = ofContact('ac', 'S');

/** Of a kind that has nothing of its own, one for each owner. */
export const laterId = (kind: LaterKind, whose: RecordClass): string =>
  newId(kind, monday).replace(/_.{26}$/, `_01K${`K${letter(whose)}`.padStart(23, '0')}`);
export const trashedId = (kind: LaterKind, whose: RecordClass): string =>
  laterId(kind, whose).replace(/0K/, 'TK');
const placesAll = ['own', 'teams', 'others', 'nobodys', 'elsewhere'] as const;
for (const { kind } of accessKinds)
  for (const whose of placesAll)
    for (const id of [laterId(kind, whose), trashedId(kind, whose)]) known.set(id, { kind, whose });

for (const contact of ['own', 'teams', 'others', 'nobodys', 'elsewhere'] as const) {
  known.set(contactIds[contact], { kind: 'contact', whose: contact });
  for (const whose of ['own', 'teams', 'others', 'nobodys', 'elsewhere'] as const) {
    known.set(dealId(contact, whose), { kind: 'deal', whose });
    known.set(taskId(contact, whose), { kind: 'task', whose });
  }
}

/** One of these for each owner, where it does not matter with whom it is. */
export function standing(kind: FreshKind | 'mail', whose: RecordClass): string {
  if (accessKind(kind)) return laterId(kind as LaterKind, whose);
  const contact = whose === 'elsewhere' ? 'elsewhere' : 'own';
  if (kind === 'contact') return contactIds[whose];
  if (kind === 'deal') return dealId(whose, whose);
  if (kind === 'task') return taskId(whose, whose);
  return kind === 'mail' ? mailIds[whose] : activityId(contact, whose);
}

export type FreshKind = 'contact' | 'deal' | 'task' | 'activity' | LaterKind;
type Made = [of: RecordKind<never>, record: RecordBase, plain: object];
/** A record of this kind and owner, and what takes its unique values from it. */
export function recordOf(kind: FreshKind, whose: Place, id: string): Made {
  const contactId = contactIds[whose === 'elsewhere' ? 'elsewhere' : 'own'];
  if (kind === 'contact') return [contactRecord as never, contactOf(whose, id), { emails: [] }];
  if (kind === 'deal') return [dealRecord as never, dealOf(whose, id, contactId), {}];
  if (kind === 'task') return [taskRecord as never, taskOf(whose, id, contactId, neverId('deal')), {}];
  if (kind !== 'activity') {
    const { of, plain } = kindNamed(kind);
    return [of, laterOf(kind, whose, id) as RecordBase, plain];
  }
  const mark = markOf('activity', whose === 'elsewhere' ? 'elsewhere' : 'own_none');
  return [activityRecord as never, activityOf(whose, id, { mark, contactId }), {}];
}

/** A copy of a record of this kind and owner for one request, in no list. */
export async function fresh(kind: FreshKind, whose: RecordClass, over: object = {}): Promise<string> {
  const id = newId(kind, monday);
  if (whose === 'never') return id;
  known.set(id, { kind, whose });
  const [of, record] = recordOf(kind, whose, id);
  return put(of, { ...record, ...over } as never);
}

/** The same with a key of its own by which it is found; it answers the key. */
export async function freshByKey(kind: FreshKind, whose: RecordClass): Promise<string> {
  const id = newId(kind, monday);
  if (whose === 'never') return id;
  known.set(id, { kind, whose });
  const [of, record, plain] = recordOf(kind, whose, id);
  await keep(of, { ...record, ...plain, externalId: id } as never);
  return id;
}
