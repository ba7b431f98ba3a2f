import type * as z from 'zod';
import { getConsoleSettingsRoute } from '../../../shared/docs/console-routes.ts';
import { Answer, operation } from '../../../shared/platform/api.ts';
import { env } from '../../../shared/platform/env.ts';
import { readable } from './readable.ts';

export const getConsoleSettingsOperation = operation(getConsoleSettingsRoute, async () => {
  const { default: about } = await import('../../../package.json', { with: { type: 'json' } }); // not in the cold start
  const settings: z.output<typeof getConsoleSettingsRoute.response> = {
    issuer: env('ISSUER_URL'),
    clientId: env('ISSUER_AUDIENCE'),
    scopes: ['openid', 'email', 'profile'],
    version: about.version,
  };
  return new Answer(readable('application/json', JSON.stringify(settings)));
});
