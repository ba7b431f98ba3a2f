import { type Handler, json, type Listening, listen } from './http.ts';
import type { Options } from './options.ts';
import type { Engine } from './services/dynamodb.ts';

export const starting: Handler = () => json(503, { message: 'Service Unavailable' });

type LateListening = Listening & { serve(handler: Handler): void };

/** A server whose handler is known later: its port has to be known before the template can be read. */
async function listenFirst(
  limits: { port?: number; maxBody?: number; maxHeader?: number } = {},
): Promise<LateListening> {
  let current = starting;
  const server = await listen((request) => current(request), limits);
  const serve = (handler: Handler) => {
    current = handler;
  };
  return { ...server, serve };
}

/** API Gateway takes a body of 10 MB and headers of 10 KB. */
const apiLimits = { maxBody: 10 * 1024 * 1024, maxHeader: 10_240 };

const services = ['sqs', 's3', 'ses', 'eventbridge', 'ssm', 'cognito_identity_provider'] as const;
type Service = (typeof services)[number];
export type Servers = Record<Service | 'api', LateListening>;

export async function startServers(options: Options): Promise<Servers> {
  const api = await listenFirst({ ...apiLimits, port: options.port });
  const others = await Promise.all(services.map(async (name) => [name, await listenFirst()] as const));
  return { api, ...(Object.fromEntries(others) as Record<Service, LateListening>) };
}

/** Where the SDKs find the emulators, the credentials that these take, and what only a laptop allows. */
export function environmentOf(servers: Servers, engine: Engine, region: string): Record<string, string> {
  const urls = services.map((name) => [`AWS_ENDPOINT_URL_${name.toUpperCase()}`, servers[name].url]);
  return {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: engine.url,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: engine.url,
    WEBHOOK_ALLOW: '127.0.0.1,localhost,::1', // a listener on the same laptop is what one tries a webhook with
    ...Object.fromEntries(urls),
  };
}
