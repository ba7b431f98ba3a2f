import { api } from '../../shared/platform/api.ts';
import { createDashboardOperation } from '../dashboards/operations/create-dashboard.ts';
import { deleteDashboardOperation } from '../dashboards/operations/delete-dashboard.ts';
import { deleteDashboardSubscriptionOperation } from '../dashboards/operations/delete-dashboard-subscription.ts';
import { getDashboardOperation } from '../dashboards/operations/get-dashboard.ts';
import { getDashboardSubscriptionOperation } from '../dashboards/operations/get-dashboard-subscription.ts';
import { getTileFiguresOperation } from '../dashboards/operations/get-tile-figures.ts';
import { listDashboardsOperation } from '../dashboards/operations/list-dashboards.ts';
import { patchDashboardOperation } from '../dashboards/operations/patch-dashboard.ts';
import { putDashboardSubscriptionOperation } from '../dashboards/operations/put-dashboard-subscription.ts';
import { deleteSpendOperation } from './operations/delete-spend.ts';
import { deleteTargetOperation } from './operations/delete-target.ts';
import { listReportsOperation } from './operations/list-reports.ts';
import { listSpendOperation } from './operations/list-spend.ts';
import { listTargetsOperation } from './operations/list-targets.ts';
import { putSpendOperation } from './operations/put-spend.ts';
import { putTargetOperation } from './operations/put-target.ts';
import { alsoAsCsv } from './reading/as-csv.ts';
import { reportOperations } from './reading/report-operations.ts';

export const handler = api([
  listReportsOperation,
  ...reportOperations.map(alsoAsCsv),
  listDashboardsOperation,
  createDashboardOperation,
  getDashboardOperation,
  patchDashboardOperation,
  deleteDashboardOperation,
  getTileFiguresOperation,
  getDashboardSubscriptionOperation,
  putDashboardSubscriptionOperation,
  deleteDashboardSubscriptionOperation,
  listSpendOperation,
  putSpendOperation,
  deleteSpendOperation,
  listTargetsOperation,
  putTargetOperation,
  deleteTargetOperation,
]);
