import * as z from 'zod';
import { defineRoute } from '../core/route.ts';
import { SendingDomain } from './sending-domain.ts';

export const getSendingDomainRoute = defineRoute({
  operationId: 'getSendingDomain',
  method: 'GET',
  path: '/v1/mail/sending-domain',
  tag: 'Mail out',
  summary: 'Whether mail that goes out from here is believed',
  description:
    'The domain of the sender: whether SES has verified it, and what DKIM, SPF (RFC 7208) and DMARC (RFC 7489) say, each with what was found and the DNS records to add. `unknown` is what nobody answered; it is never taken for a fault. Looked up at most every five minutes.',
  access: 'mail:read',
  params: z.object({}),
  query: z.object({}),
  body: z.object({}),
  status: 200,
  response: SendingDomain,
  example: {},
});
export const sendingDomainRoutes = [getSendingDomainRoute];
