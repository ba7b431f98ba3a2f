import { handler } from '../../../functions/records/api.ts';
import { sampleRoutes } from '../../../shared/sample/sample-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: sampleRoutes });
