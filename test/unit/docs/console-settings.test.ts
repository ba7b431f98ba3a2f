import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { handler } from '../../../functions/docs/api.ts';
import { getConsoleSettingsRoute } from '../../../shared/docs/console-routes.ts';
import { call } from '../../helpers/call.ts';

test('a page learns where people sign in without a credential, and may keep it for minutes', async () => {
  vi.stubEnv('ISSUER_URL', 'https://issuer.example/pool');
  vi.stubEnv('ISSUER_AUDIENCE', 'the-console');
  const { status, body, headers } = await call(handler, getConsoleSettingsRoute);
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(status).toBe(200);
  expect(getConsoleSettingsRoute.response.parse(body)).toEqual({
    issuer: 'https://issuer.example/pool',
    clientId: 'the-console',
    scopes: ['openid', 'email', 'profile'],
    version,
  });
  expect(headers['cache-control']).toBe('public, max-age=300');
  vi.unstubAllEnvs();
});
