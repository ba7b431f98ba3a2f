import { handler } from '../../../functions/activities/api.ts';
import { activityRoutes } from '../../../shared/activities/activity-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: activityRoutes });
