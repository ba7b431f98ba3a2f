import type { Actor } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { recordPermission } from '../../../shared/core/policy.ts';
import { within } from '../../../shared/core/scope.ts';
import { comparedFields, type MatchKind } from '../../../shared/duplicates/compared.ts';
import { listDuplicatesRoute } from '../../../shared/duplicates/duplicate-routes.ts';
import { duplicatePage, matchingOf } from '../../../shared/duplicates/duplicates-store.ts';
import { operation } from '../../../shared/platform/api.ts';

/** Throws `permission_missing` for whom no record of the kind is in reach. */
export function assertMayRead({ permissions }: Actor, kind: MatchKind): void {
  const needed = recordPermission(kind, 'read');
  if (permissions.includes(needed)) return;
  throw new AppError('forbidden', 'permission_missing', `This needs the permission ${needed}.`);
}

export const listDuplicatesOperation = operation(listDuplicatesRoute, async ({ actor, query }) => {
  const { kind, ...page } = query;
  assertMayRead(actor, kind);
  const matching = await matchingOf(actor.workspaceId, kind);
  const asked = [...comparedFields[kind], ...matching.map((key) => `custom.${key}`)];
  // `custom` as a whole may be hidden and nothing of it be compared.
  assertMayAsk(actor, kind, matching.length > 0 ? asked : asked.filter((name) => name !== 'custom'));
  const { items, cursor } = await duplicatePage(within(actor), kind, matching, page);
  return { items: items.map((pair) => ({ ...pair, kind }) as never), cursor };
});
