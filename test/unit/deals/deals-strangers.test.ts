import { handler } from '../../../functions/deals/api.ts';
import { dealRoutes } from '../../../shared/deals/deal-routes.ts';
import { pipelineRoutes } from '../../../shared/deals/pipeline-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: [...dealRoutes, ...pipelineRoutes] });
