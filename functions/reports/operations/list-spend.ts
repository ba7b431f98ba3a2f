import { operation } from '../../../shared/platform/api.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { listSpendRoute } from '../../../shared/reports/spend-routes.ts';
import { spendPage } from '../../../shared/reports/spend-store.ts';

export const listSpendOperation = operation(listSpendRoute, ({ actor, now, query: { from, to, ...page } }) =>
  spendPage(actor.workspaceId, periodOf({ from, to }, now), page),
);
