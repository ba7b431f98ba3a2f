import { handler } from '../../../functions/live/api.ts';
import { liveRoutes } from '../../../shared/live/live-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: liveRoutes });
