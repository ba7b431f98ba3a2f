import { handler } from '../../../functions/webhooks/api.ts';
import { deliveryRoutes } from '../../../shared/webhooks/delivery-routes.ts';
import { webhookRoutes } from '../../../shared/webhooks/webhook-routes.ts';
import { itRefusesStrangers } from '../../helpers/authorization-suite.ts';

itRefusesStrangers({ handler, routes: [...webhookRoutes, ...deliveryRoutes] });
