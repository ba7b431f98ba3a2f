import { readAsOf } from '../../../shared/audit/as-of-store.ts';
import { within } from '../../../shared/core/scope.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { dealStanding } from '../../../shared/deals/deal-page.ts';
import { getDealRoute } from '../../../shared/deals/deal-routes.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { clockOf, clockSk } from '../../../shared/deals/idle.ts';
import { operation } from '../../../shared/platform/api.ts';
import { readCollection } from '../../../shared/platform/collection.ts';

const entriesShown = 20;

/** DEAL-6; HISTORY-2 where a moment is asked for. */
export const getDealOperation = operation(getDealRoute, async ({ actor, params, query, now }) => {
  const scope = within(actor);
  if (query.asOf) return readAsOf(dealStore, scope, params.dealId, query.asOf);
  const page = { timeline: entriesShown, beside: 1 };
  const { record, beside, timeline, cursor } = await readCollection(dealRecord, scope, params.dealId, page);
  const clock = clockOf(beside.find(({ sk }) => sk === clockSk));
  return { ...record, ...dealStanding(record, clock, now), timeline: { items: timeline, cursor } };
});
