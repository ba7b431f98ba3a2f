import { handler } from '../../../functions/mail/api.ts';
import { intakeRoutes } from '../../../shared/mail/intake-routes.ts';
import { mailboxRoutes } from '../../../shared/mail/mailbox-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: [...intakeRoutes, ...mailboxRoutes] });
