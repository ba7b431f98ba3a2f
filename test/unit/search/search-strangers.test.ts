import { handler } from '../../../functions/search/api.ts';
import { searchRoutes } from '../../../shared/search/search-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: searchRoutes });
