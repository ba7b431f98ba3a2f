import { handler } from '../../../functions/fields/api.ts';
import { fieldRoutes } from '../../../shared/fields/field-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: fieldRoutes });
