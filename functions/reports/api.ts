import { api } from '../../shared/platform/api.ts';
import { getForecastReportOperation } from './operations/get-forecast-report.ts';
import { getFunnelReportOperation } from './operations/get-funnel-report.ts';
import { getSalesReportOperation } from './operations/get-sales-report.ts';

export const handler = api([getSalesReportOperation, getFunnelReportOperation, getForecastReportOperation]);
