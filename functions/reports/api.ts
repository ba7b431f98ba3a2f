import { api } from '../../shared/platform/api.ts';
import { getCohortReportOperation } from './operations/get-cohort-report.ts';
import { getCustomerReportOperation } from './operations/get-customer-report.ts';
import { getForecastReportOperation } from './operations/get-forecast-report.ts';
import { getFunnelReportOperation } from './operations/get-funnel-report.ts';
import { getLeadReportOperation } from './operations/get-lead-report.ts';
import { getOrderReportOperation } from './operations/get-order-report.ts';
import { getSalesReportOperation } from './operations/get-sales-report.ts';
import { getSeasonReportOperation } from './operations/get-season-report.ts';

export const handler = api([
  getSalesReportOperation,
  getFunnelReportOperation,
  getForecastReportOperation,
  getOrderReportOperation,
  getSeasonReportOperation,
  getCustomerReportOperation,
  getCohortReportOperation,
  getLeadReportOperation,
]);
