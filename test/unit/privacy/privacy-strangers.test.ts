import { handler } from '../../../functions/privacy/api.ts';
import { privacyRoutes } from '../../../shared/privacy/privacy-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: privacyRoutes });
