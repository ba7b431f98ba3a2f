import { handler } from '../../../functions/identity/api.ts';
import { keyRoutes } from '../../../shared/identity/key-routes.ts';
import { sessionRoutes } from '../../../shared/identity/session-routes.ts';
import { userRoutes } from '../../../shared/identity/user-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: [...userRoutes, ...sessionRoutes, ...keyRoutes] });
