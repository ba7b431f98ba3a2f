import type { Operation } from '../../../shared/platform/api.ts';
import { getActivityReportOperation } from '../operations/get-activity-report.ts';
import { getCohortReportOperation } from '../operations/get-cohort-report.ts';
import { getCustomerReportOperation } from '../operations/get-customer-report.ts';
import { getForecastReportOperation } from '../operations/get-forecast-report.ts';
import { getFunnelReportOperation } from '../operations/get-funnel-report.ts';
import { getLeadReportOperation } from '../operations/get-lead-report.ts';
import { getOrderReportOperation } from '../operations/get-order-report.ts';
import { getPerformanceReportOperation } from '../operations/get-performance-report.ts';
import { getResponseReportOperation } from '../operations/get-response-report.ts';
import { getSalesReportOperation } from '../operations/get-sales-report.ts';
import { getSeasonReportOperation } from '../operations/get-season-report.ts';
import { getSourceReportOperation } from '../operations/get-source-report.ts';
import { getUseReportOperation } from '../operations/get-use-report.ts';

/** All reports. What reads one report or another does it by these: as a file, and in the mail of a dashboard. */
export const reportOperations: readonly Operation[] = [
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
  getUseReportOperation,
];
