import { companyStore } from '../companies/company-store.ts';
import { type Condition, dependsOn, matches } from '../conditions/condition.ts';
import { askedFields } from '../conditions/fields.ts';
import { contactStore } from '../contacts/contact-store.ts';
import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { assertMayAsk } from '../core/may-ask.ts';
import type { PageRequest } from '../core/page.ts';
import { hasHideable, recordPermission } from '../core/policy.ts';
import { workspacePk } from '../core/record.ts';
import { hiddenAnywhere } from '../core/rights.ts';
import { type Scope, within } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { dealStore } from '../deals/deal-store.ts';
import { readCounters } from '../platform/projection-store.ts';
import { ownedPage, scopedPage } from '../platform/scoped-page.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import type { Segment } from './segment.ts';
import type { SegmentKind } from './segment-kinds.ts';
import { memberCounters, membersPk } from './segment-part.ts';

type Shown = object & { id: string };
const readers: Record<SegmentKind, (scope: Scope, ids: string[]) => Promise<Shown[]>> = {
  contact: contactStore.getMany,
  company: companyStore.getMany,
  deal: dealStore.getMany,
};

/** Throws 403 `permission_missing` for who reads no record of the kind. */
export function assertReads({ permissions }: Actor, kind: SegmentKind): void {
  const needed = recordPermission(kind, 'read');
  if (permissions.includes(needed)) return;
  throw new AppError('forbidden', 'permission_missing', `This needs the permission ${needed}.`);
}

/**
 * SEGMENT-5: the members in reach, newest first: a Query for each partition that they lie in and one BatchGet a page. Throws
 * `permission_missing`, `field_forbidden`, `cursor_invalid`.
 */
export async function memberPage(actor: Actor, { id, of, condition }: Segment, page: PageRequest) {
  assertReads(actor, of);
  if (hasHideable(of)) assertMayAsk(actor, of, askedFields(dependsOn(condition)));
  const scope = within(actor);
  const base = membersPk(actor.workspaceId, id);
  const partitions = partitionsFor(scope, of, base);
  const wanted = { base, partitions, newestFirst: true };
  const found = await ownedPage(wanted, page, 'members', (ids) => readers[of](scope, ids));
  return { of, ...found };
}

/** SEGMENT-6: how many members are in reach, a Query for each partition; undefined where a field that decides is hidden. */
export async function memberCount(actor: Actor, { id, of, condition }: Segment): Promise<number | undefined> {
  if (!actor.permissions.includes(recordPermission(of, 'read'))) return undefined;
  const hidden = hasHideable(of) ? hiddenAnywhere(actor, of) : new Set<string>();
  if (askedFields(dependsOn(condition)).some((name) => hidden.has(name))) return undefined;
  const groups = partitionsFor(within(actor), of, memberCounters(actor.workspaceId, id));
  const counters = await Promise.all(groups.map(readCounters));
  return counters.reduce((sum, { count = 0 }) => sum + count, 0);
}

const mostLooked = 200;
const mostShown = 5;
/** What a condition holds of among the newest records in reach: a Query for each partition and two BatchGets. */
export async function previewOf(actor: Actor, of: SegmentKind, condition: Condition, now: string) {
  const scope = within(actor);
  const base = `${workspacePk(actor.workspaceId)}#LIST#${of.toUpperCase()}`;
  const wanted = { base, partitions: partitionsFor(scope, of, base), newestFirst: true };
  const { items: ids } = await scopedPage(wanted, { limit: mostLooked }, 'preview', ({ id }) => String(id));
  const records = ids.length > 0 ? await readers[of](scope, ids) : [];
  const { timeZone } = await workspaceOf(actor.workspaceId);
  const matching = records.filter((record) => matches(condition, record, { at: now, timeZone }));
  return { of, looked: records.length, matching: matching.length, items: matching.slice(0, mostShown) };
}
