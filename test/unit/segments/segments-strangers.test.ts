import { handler } from '../../../functions/segments/api.ts';
import { segmentRoutes } from '../../../shared/segments/segment-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: segmentRoutes });
