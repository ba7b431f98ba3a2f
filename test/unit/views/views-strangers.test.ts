import { handler } from '../../../functions/segments/api.ts';
import { viewRoutes } from '../../../shared/views/view-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: viewRoutes });
