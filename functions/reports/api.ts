import { api } from '../../shared/platform/api.ts';
import { deleteSpendOperation } from './operations/delete-spend.ts';
import { deleteTargetOperation } from './operations/delete-target.ts';
import { getActivityReportOperation } from './operations/get-activity-report.ts';
import { getCohortReportOperation } from './operations/get-cohort-report.ts';
import { getCustomerReportOperation } from './operations/get-customer-report.ts';
import { getForecastReportOperation } from './operations/get-forecast-report.ts';
import { getFunnelReportOperation } from './operations/get-funnel-report.ts';
import { getLeadReportOperation } from './operations/get-lead-report.ts';
import { getOrderReportOperation } from './operations/get-order-report.ts';
import { getPerformanceReportOperation } from './operations/get-performance-report.ts';
import { getResponseReportOperation } from './operations/get-response-report.ts';
import { getSalesReportOperation } from './operations/get-sales-report.ts';
import { getSeasonReportOperation } from './operations/get-season-report.ts';
import { getSourceReportOperation } from './operations/get-source-report.ts';
import { listSpendOperation } from './operations/list-spend.ts';
import { listTargetsOperation } from './operations/list-targets.ts';
import { putSpendOperation } from './operations/put-spend.ts';
import { putTargetOperation } from './operations/put-target.ts';

export const handler = api([
  getSalesReportOperation,
  getFunnelReportOperation,
  getForecastReportOperation,
  getPerformanceReportOperation,
  getSourceReportOperation,
  getOrderReportOperation,
  getSeasonReportOperation,
  getCustomerReportOperation,
  getCohortReportOperation,
  getLeadReportOperation,
  getActivityReportOperation,
  getResponseReportOperation,
  listSpendOperation,
  putSpendOperation,
  deleteSpendOperation,
  listTargetsOperation,
  putTargetOperation,
  deleteTargetOperation,
]);
