import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { assertPermitted } from '../../../shared/core/permitted.ts';
import { recordPermission } from '../../../shared/core/policy.ts';
import { within } from '../../../shared/core/scope.ts';
import { comparedFields } from '../../../shared/duplicates/compared.ts';
import { listDuplicatesRoute } from '../../../shared/duplicates/duplicate-routes.ts';
import { duplicatePage, matchingOf } from '../../../shared/duplicates/duplicates-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listDuplicatesOperation = operation(listDuplicatesRoute, async ({ actor, query }) => {
  const { kind, ...page } = query;
  assertPermitted(actor, recordPermission(kind, 'read'));
  const matching = await matchingOf(actor.workspaceId, kind);
  const asked = [...comparedFields[kind], ...matching.map((key) => `custom.${key}`)];
  // `custom` as a whole may be hidden and nothing of it be compared.
  assertMayAsk(actor, kind, matching.length > 0 ? asked : asked.filter((name) => name !== 'custom'));
  const { items, cursor } = await duplicatePage(within(actor), kind, matching, page);
  return { items: items.map((pair) => ({ ...pair, kind }) as never), cursor };
});
