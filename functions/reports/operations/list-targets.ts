import { operation } from '../../../shared/platform/api.ts';
import { periodOf } from '../../../shared/reports/period.ts';
import { listTargetsRoute } from '../../../shared/reports/target-routes.ts';
import { targetPage } from '../../../shared/reports/target-store.ts';

export const listTargetsOperation = operation(
  listTargetsRoute,
  ({ actor, now, query: { from, to, ...page } }) => targetPage(actor, periodOf({ from, to }, now), page),
);
