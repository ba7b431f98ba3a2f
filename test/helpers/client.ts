import nodemailer from 'nodemailer';
import { createClient } from '../../web/client/src/index.ts';
import type { LocalCloud } from './local-cloud.ts';

/** What e2e tests read of answers; the contracts say the rest. */
// biome-ignore lint/suspicious/noExplicitAny: an answer is looked at from outside, as a client without types does
export type Json = any;

/** A signed-in developer with our own client, by paths: JSON in, JSON out. Throws what the API answered when it refused. */
export async function clientOf(cloud: LocalCloud, email = 'admin@acme.test') {
  const token = await cloud.token(email);
  const ask = async (method: string, path: string, body?: object): Promise<Json> => {
    const client = createClient({ baseUrl: cloud.url, token, retries: { most: 0 } }); // where it is now: it may have restarted
    return (await client.send({ method, path, body })).data;
  };
  /** All items of a list, page after page. */
  const all = async (path: string): Promise<Json[]> => {
    const items: Json[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const page: Json = await ask(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      items.push(...page.items);
      cursor = page.cursor;
    }
    return items;
  };
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body: object = {}) => ask('POST', path, body),
    put: (path: string, body: object = {}) => ask('PUT', path, body),
    patch: (path: string, body: object) => ask('PATCH', path, body),
    delete: (path: string) => ask('DELETE', path),
    all,
  };
}
export type Client = Awaited<ReturnType<typeof clientOf>>;

/** Hands a raw message to the mail server; resolves when it is accepted. */
export async function sendRaw(
  cloud: Pick<LocalCloud, 'smtpPort'>,
  raw: string,
  from: string,
  to: string,
): Promise<void> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port: cloud.smtpPort,
    secure: false,
    ignoreTLS: true,
  });
  try {
    await transport.sendMail({ envelope: { from, to: [to] }, raw });
  } finally {
    transport.close();
  }
}

export const rawMail = (headers: Record<string, string>, text: string) =>
  `${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${text}\r\n`;
