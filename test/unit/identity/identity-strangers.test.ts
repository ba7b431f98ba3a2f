import { handler } from '../../../functions/identity/api.ts';
import { roleRoutes } from '../../../shared/access/role-routes.ts';
import { teamRoutes } from '../../../shared/access/team-routes.ts';
import { keyRoutes } from '../../../shared/identity/key-routes.ts';
import { sessionRoutes } from '../../../shared/identity/session-routes.ts';
import { userRoutes } from '../../../shared/identity/user-routes.ts';
import { workspaceRoutes } from '../../../shared/workspaces/workspace-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({
  handler,
  routes: [...userRoutes, ...roleRoutes, ...teamRoutes, ...workspaceRoutes, ...sessionRoutes, ...keyRoutes],
});
