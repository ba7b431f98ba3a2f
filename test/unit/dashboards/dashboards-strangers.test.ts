import { handler } from '../../../functions/reports/api.ts';
import { dashboardRoutes } from '../../../shared/dashboards/dashboard-routes.ts';
import { subscriptionRoutes } from '../../../shared/dashboards/subscription-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: [...dashboardRoutes, ...subscriptionRoutes] });
