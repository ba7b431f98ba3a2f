import { handler } from '../../../functions/changes/api.ts';
import { changeRoutes } from '../../../shared/changes/change-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: changeRoutes });
