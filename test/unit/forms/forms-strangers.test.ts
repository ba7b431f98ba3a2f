import { handler } from '../../../functions/forms/api.ts';
import { formRoutes } from '../../../shared/forms/form-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: formRoutes });
