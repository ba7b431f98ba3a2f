import { handler } from '../../../functions/audit/api.ts';
import { auditRoutes } from '../../../shared/audit/audit-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: auditRoutes });
