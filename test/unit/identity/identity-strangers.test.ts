import { handler } from '../../../functions/identity/api.ts';
import { userRoutes } from '../../../shared/identity/user-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: userRoutes });
