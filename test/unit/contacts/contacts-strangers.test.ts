import { handler } from '../../../functions/contacts/api.ts';
import { contactRoutes } from '../../../shared/contacts/contact-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: contactRoutes });
