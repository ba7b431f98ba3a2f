import type * as z from 'zod';
import { companyRecord } from '../companies/company.ts';
import { type Condition, matches } from '../conditions/condition.ts';
import { factsFor } from '../conditions/facts-store.ts';
import { assertSeesAsked, hiddenOf } from '../conditions/sees-asked.ts';
import { contactRecord } from '../contacts/contact.ts';
import type { Actor } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import type { PageRequest } from '../core/page.ts';
import { assertPermitted } from '../core/permitted.ts';
import { recordPermission } from '../core/policy.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { recordKey, workspacePk } from '../core/record.ts';
import { mayRead, type Scope, within } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { dealRecord } from '../deals/deal.ts';
import { orderRecord } from '../orders/order.ts';
import { cached } from '../platform/cache.ts';
import { getItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { readCounters } from '../platform/projection-store.ts';
import { scopedPage } from '../platform/scoped-page.ts';
import { scoreKey } from '../scoring/score-item.ts';
import { scoredOf, withScores } from '../scoring/shown-score-store.ts';
import { taskRecord } from '../tasks/task.ts';
import { ticketRecord } from '../tickets/ticket.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import type { Segment } from './segment.ts';
import type { SegmentKind } from './segment-kinds.ts';
import { memberCounters, membersPk } from './segment-part.ts';
import { segmentStore } from './segment-store.ts';

type Shown = { id: string; ownerId?: string | undefined; deletedAt?: string | undefined };
const records: Record<SegmentKind, { schema: z.ZodType }> = {
  contact: contactRecord,
  company: companyRecord,
  deal: dealRecord,
  task: taskRecord,
  order: orderRecord,
  ticket: ticketRecord,
};
/** In the order of the ids, without those that are gone or out of sight. */
function seenAmong(scope: Scope, of: SegmentKind, ids: string[], items: Map<string, Item>): Shown[] {
  const found = ids.flatMap((id) => items.get(nameOf(recordKey(scope.workspaceId, of, id))) ?? []);
  const parsed = found.map((item) => records[of].schema.parse(item, parseContext()) as Shown);
  return parsed.filter(({ deletedAt, ownerId }) => !deletedAt && mayRead(scope, of, ownerId));
}

/** SCORE-5: contacts with their scores. */
const shownAs = async (of: SegmentKind, { workspaceId }: Scope, shown: Shown[]): Promise<Shown[]> =>
  of === 'contact' ? withScores(workspaceId, shown) : shown;

const hourMs = 3_600_000;
/** Of which kind a segment's members are, which never changes: one GetItem a process and hour. */
const kindOf = cached(hourMs, async (name) => {
  const [workspaceId = '', id = ''] = name.split('\n');
  return (await segmentStore.get(workspaceId, id)).of;
});

/**
 * SEGMENT-5: the members in reach, newest first: a Query for each partition that they lie in and one BatchGet for fifty (of contacts
 * two, with their scores), which brings the segment as well. Throws `segment_not_found`, `permission_missing`, `field_forbidden`, `cursor_invalid`.
 */
export async function memberPage(actor: Actor, segmentId: string, page: PageRequest) {
  const { workspaceId } = actor;
  const of = await kindOf(`${workspaceId}\n${segmentId}`);
  assertPermitted(actor, recordPermission(of, 'read'));
  const scope = within(actor);
  const base = membersPk(workspaceId, segmentId);
  const wanted = { base, partitions: partitionsFor(scope, of, base), newestFirst: true };
  const { items: ids, cursor } = await scopedPage(wanted, page, 'members', ({ id }) => String(id));
  const own = segmentStore.keyOf(workspaceId, segmentId);
  const scores = of === 'contact' ? ids.map((id) => scoreKey(workspaceId, id)) : [];
  const items = await getItems([own, ...ids.map((id) => recordKey(workspaceId, of, id)), ...scores]);
  const segment = items.get(nameOf(own));
  if (!segment) throw notFound('segment', segmentId);
  const { condition } = segmentStore.parse(segment);
  assertSeesAsked(actor, of, condition);
  return { of, items: scoredOf(workspaceId, seenAmong(scope, of, ids, items), items), cursor };
}

/** SEGMENT-6: how many members are in reach, a Query for each partition; undefined where a field that decides is hidden. */
export async function memberCount(actor: Actor, { id, of, condition }: Segment): Promise<number | undefined> {
  if (!actor.permissions.includes(recordPermission(of, 'read'))) return undefined;
  if (hiddenOf(actor, of, condition).length > 0) return undefined;
  const groups = partitionsFor(within(actor), of, memberCounters(actor.workspaceId, id));
  const counters = await Promise.all(groups.map(readCounters));
  return counters.reduce((sum, { count = 0 }) => sum + count, 0);
}

const mostLooked = 200;
const mostShown = 5;
/** What a condition holds of among the newest records in reach: a Query for each partition and two BatchGets, four where it asks what they bought. */
export async function previewOf(actor: Actor, of: SegmentKind, condition: Condition, now: string) {
  const scope = within(actor);
  const base = `${workspacePk(actor.workspaceId)}#LIST#${of.toUpperCase()}`;
  const wanted = { base, partitions: partitionsFor(scope, of, base), newestFirst: true };
  const { items: ids } = await scopedPage(wanted, { limit: mostLooked }, 'preview', ({ id }) => String(id));
  const keys = ids.map((id) => recordKey(actor.workspaceId, of, id));
  const records = seenAmong(scope, of, ids, keys.length > 0 ? await getItems(keys) : new Map());
  const { timeZone } = await workspaceOf(actor.workspaceId);
  const facts = await factsFor(actor.workspaceId, of, condition, records);
  const holds = (record: Shown) => matches(condition, facts.get(record.id) ?? record, { at: now, timeZone });
  const matching = records.filter(holds);
  const items = await shownAs(of, scope, matching.slice(0, mostShown));
  return { of, looked: records.length, matching: matching.length, items };
}
