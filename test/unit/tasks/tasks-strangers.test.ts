import { handler } from '../../../functions/tasks/api.ts';
import { taskRoutes } from '../../../shared/tasks/task-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: taskRoutes });
