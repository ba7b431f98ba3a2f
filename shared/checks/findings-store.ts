import type { Actor } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { fieldForbidden } from '../core/may-write.ts';
import type { PageRequest } from '../core/page.ts';
import { assertPermitted } from '../core/permitted.ts';
import { recordPermission } from '../core/policy.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { mayRead, within } from '../core/scope.ts';
import { partitionsFor } from '../core/scoped-list.ts';
import { getItems } from '../platform/dynamo.ts';
import { scopedPage } from '../platform/scoped-page.ts';
import { aroundIn, keysAround } from './around.ts';
import { findingsPk } from './checked.ts';
import { type CheckedKind, type CheckName, checksOf, fieldsToldBy } from './checks.ts';
import { tellsHidden } from './counts-store.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './findings-of.ts';

/** Throws `check_unknown` where a kind has no such check, `permission_missing`, and `field_forbidden` where it tells of a hidden field. */
export function assertMayHear(actor: Actor, kind: CheckedKind, check: CheckName, pointer = '?/check'): void {
  assertPermitted(actor, recordPermission(kind, 'read'));
  const fields = fieldsToldBy(kind, check);
  if (!fields) {
    const names = Object.keys(checksOf[kind]).join(', ');
    const detail = `A ${kind} is checked for ${names}.`;
    throw new AppError('invalid', 'check_unknown', detail, {
      errors: [{ pointer, code: 'check_unknown', detail }],
    });
  }
  if (tellsHidden(actor, kind, fields)) throw fieldForbidden([...fields], () => pointer);
}

/** What is found of records as they are stored now, by id; a BatchGet for what lies around them. */
export async function findingsNow(
  kind: CheckedKind,
  records: readonly Item[],
  now: string,
): Promise<Map<string, Finding[]>> {
  const keys = new Map(
    records.flatMap((record) => keysAround(kind, record)).map((key) => [nameOf(key), key]),
  );
  const around = keys.size > 0 ? await getItems([...keys.values()]) : new Map<string, Item>();
  return new Map(
    records.map((record) => [
      String(record.id),
      findingsOf(kind, record, aroundIn(kind, record, around, now)).findings,
    ]),
  );
}

/**
 * CHECK-1: the records in reach in which a check finds something, newest first: a Query for each partition, a BatchGet for fifty,
 * and one for what lies around them. What was mended since is left out, so that a page may hold fewer. Throws what `assertMayHear`
 * throws, and `cursor_invalid`.
 */
export async function findingsPage(
  actor: Actor,
  { kind, check }: { kind: CheckedKind; check: CheckName },
  page: PageRequest,
  now: string,
) {
  assertMayHear(actor, kind, check);
  const { workspaceId } = actor;
  const scope = within(actor);
  const base = findingsPk(workspaceId, kind, check);
  const wanted = { base, partitions: partitionsFor(scope, kind, base), newestFirst: true };
  const { items: ids, cursor } = await scopedPage(wanted, page, 'findings', ({ id }) => String(id));
  const keys = ids.map((id) => recordKey(workspaceId, kind, id));
  const items = keys.length > 0 ? await getItems(keys) : new Map<string, Item>();
  const records = keys.flatMap((key) => items.get(nameOf(key)) ?? []);
  const seen = records.filter(({ ownerId }) => mayRead(scope, kind, ownerId as string | undefined));
  const found = await findingsNow(kind, seen, now);
  return {
    items: seen.flatMap((record) => {
      const own = found.get(String(record.id))?.find((one) => one.check === check);
      return own ? [{ record, fields: own.fields, ...(own.repair && { repair: own.repair }) }] : [];
    }),
    cursor,
  };
}
