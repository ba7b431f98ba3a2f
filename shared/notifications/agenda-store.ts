import * as z from 'zod';
import { type Contact, displayName } from '../contacts/contact.ts';
import type { Actor } from '../core/actor.ts';
import { type IdKind, kindOfId } from '../core/ids.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { mayRead, within } from '../core/scope.ts';
import { ownerPk } from '../core/scoped-list.ts';
import type { Write } from '../platform/commit.ts';
import { getItems, queryItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { versionConflict } from '../platform/record-store.ts';
import { promiseRecord } from '../promises/promise.ts';
import { statePk } from '../records/list-entries.ts';
import { promiseReason } from '../today/today.ts';
import { readToday } from '../today/today-store.ts';
import { type AgendaDone, agendaSk } from './agenda.ts';
import {
  type Agenda,
  type AgendaLine,
  type AgendaSection,
  agendaSections,
  mostLines,
} from './agenda-text.ts';
import { unreadOf } from './notification-store.ts';

/** A line with the record that it is of. */
type Line = AgendaLine & { id: string };
const mostPromises = 15;

/** AGENDA-2: what its reader has promised until a day, the longest due in front; one Query and one BatchGet. */
async function promisesDue(reader: Actor, today: string): Promise<Line[]> {
  const { workspaceId, id } = reader;
  if (!mayRead(within(reader), 'promise', id)) return [];
  const pk = ownerPk(statePk(workspaceId, 'promise', 'status', 'open'), id);
  const { items } = await queryItems({ pk, to: `${today}~`, limit: mostPromises });
  const keys = items.map((item) => recordKey(workspaceId, 'promise', String(item.id)));
  const found = keys.length > 0 ? await getItems(keys) : new Map<string, Item>();
  return keys.flatMap((key) => {
    const item = found.get(nameOf(key));
    const promise = item && promiseRecord.schema.parse(item, parseContext());
    const reason = promise && promiseReason(promise, today);
    const isTheirs = promise?.status === 'open' && !promise.deletedAt && promise.ownerId === id;
    return isTheirs && reason ? [{ id: promise.id, name: promise.text, reason }] : [];
  });
}

type Shown = { type: 'task' | 'deal' | 'contact'; record: object; reason: Line['reason'] };
const Called = z.object({ id: z.string(), title: z.string().optional(), name: z.string().optional() });
/** A line of Today: what is hidden from its reader is out of its record already. */
function lineOf({ type, record, reason }: Shown): Line {
  const { id, title, name } = Called.parse(record);
  const { emails = [], phones = [], ...contact } = record as Contact;
  const called = type === 'contact' ? displayName({ ...contact, emails, phones }) : (title ?? name ?? id);
  return { id, name: called, reason };
}

const Naming = z.object({
  contactId: z.string().optional(),
  dealId: z.string().optional(),
  erasedAt: z.string().optional(),
});
/**
 * The contacts and deals that the lines name, or whose tasks and promises they are: also where that is hidden from their reader. What was emptied
 * when its person was erased names nobody.
 */
async function namesOf(workspaceId: string, lines: readonly Line[]): Promise<string[]> {
  const keys = lines.flatMap(({ id }) => {
    const kind = kindOfId(id) as IdKind;
    return kind === 'task' || kind === 'promise' ? [recordKey(workspaceId, kind, id)] : [];
  });
  const items = keys.length > 0 ? [...(await getItems(keys)).values()] : [];
  const beside = items
    .map((item) => Naming.parse(item))
    .filter(({ erasedAt }) => erasedAt === undefined)
    .flatMap(({ contactId, dealId }) => [contactId, dealId]);
  return [...new Set([...lines.map(({ id }) => id), ...beside])].filter(
    (id): id is string => id !== undefined && ['contact', 'deal'].includes(kindOfId(id) ?? ''),
  );
}

/** AGENDA-2: a user's day as they may see it, and the contacts and deals that it names. */
export async function readAgenda(
  reader: Actor,
  today: string,
  now: string,
): Promise<Agenda & { names: string[] }> {
  const { workspaceId, id } = reader;
  const [{ callToday, closingSoon, goingQuiet, birthdays }, promises, unread] = await Promise.all([
    readToday({ actor: reader, ownerId: id, today, now }),
    promisesDue(reader, today),
    unreadOf({ workspaceId, userId: id }, now),
  ]);
  const linesOf = (shown: readonly unknown[]) => (shown as Shown[]).map(lineOf);
  const lines: Record<AgendaSection, Line[]> = {
    tasks: linesOf(callToday.filter(({ type }) => type === 'task')),
    call: linesOf(callToday.filter(({ type }) => type !== 'task')),
    closing: linesOf(closingSoon),
    quiet: linesOf(goingQuiet),
    promises,
    birthdays: linesOf(birthdays),
  };
  const said = agendaSections.flatMap((section) => lines[section].slice(0, mostLines[section]));
  return { lines, unread, names: await namesOf(workspaceId, said) };
}

/** AGENDA-1: notes the day that is done, if nobody has since that was read; else `version_conflict`. */
export function agendaWrite(
  workspaceId: string,
  userId: string,
  { version }: AgendaDone,
  day: string,
): Write {
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const { pk } = recordKey(workspaceId, 'user', userId);
  const Item = { pk, sk: agendaSk, workspaceId, day, version: version + 1 };
  return { action: { Put: { Item, ...guard } }, refused: () => versionConflict('agenda of', userId) };
}
