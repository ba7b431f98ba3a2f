import { handler } from '../../../functions/reports/api.ts';
import { customerReportRoutes } from '../../../shared/reports/customer-report-routes.ts';
import { orderReportRoutes } from '../../../shared/reports/order-report-routes.ts';
import { reportRoutes } from '../../../shared/reports/report-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: [...reportRoutes, ...orderReportRoutes, ...customerReportRoutes] });
