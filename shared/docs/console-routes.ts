import * as z from 'zod';
import { defineRoute } from '../core/route.ts';

const ConsoleSettings = z.object({
  issuer: z
    .url()
    .describe(
      'The OpenID issuer; what is below `/.well-known/openid-configuration` says where people sign in.',
    ),
  clientId: z.string().min(1).describe('The public client: authorization code flow with PKCE, no secret.'),
  scopes: z.array(z.string()).describe('What to ask the issuer for.'),
  version: z.string().describe('The version of Rapport that is deployed.'),
});

export const getConsoleSettingsRoute = defineRoute({
  operationId: 'getConsoleSettings',
  method: 'GET',
  path: '/v1/console',
  tag: 'Service',
  summary: 'What a page needs before anybody signs in',
  description: 'The same for everybody until the next deployment; nothing of it is a secret.',
  access: 'public',
  params: z.object({}),
  query: z.object({}),
  body: z.object({}),
  status: 200,
  response: ConsoleSettings,
  example: {
    response: {
      issuer: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1B2c3D4e',
      clientId: '4n3o2p1q5r6s7t8u9v0w1x2y3z',
      scopes: ['openid', 'email', 'profile'],
      version: '0.1.0',
    },
  },
});
