import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Request = {
  method: string;
  /** Path as sent, still percent-encoded, without the query. */
  path: string;
  rawQuery: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
  /** The peer's address. */
  from: string;
  protocol: string;
  cookies: string[];
};
export type Answer = { status: number; headers?: Record<string, string | string[]>; body?: string | Buffer };
export type Handler = (request: Request) => Promise<Answer> | Answer;
export type Listening = { server: Server; port: number; url: string; close(): Promise<void> };

/** A handler throws this to cut the connection without an answer. */
export class Hangup extends Error {}

/** Thrown while reading when the body is longer than the server takes. */
class TooLarge extends Error {}

async function readBody(message: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new TooLarge();
  return Buffer.concat(chunks);
}

/** Lower-case names; repeated headers joined by a comma, as API Gateway hands them on; cookies apart. */
function headersOf(message: IncomingMessage): { headers: Record<string, string>; cookies: string[] } {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (const [name, values] of Object.entries(message.headersDistinct)) {
    if (!values) continue;
    if (name === 'cookie') cookies.push(...values.flatMap((line) => line.split(/;\s*/)).filter(Boolean));
    else headers[name] = values.join(',');
  }
  return { headers, cookies };
}

async function toRequest(message: IncomingMessage, limit: number): Promise<Request> {
  const [path = '/', ...rest] = (message.url ?? '/').split('?');
  const rawQuery = rest.join('?');
  return {
    method: message.method ?? 'GET',
    path,
    rawQuery,
    query: new URLSearchParams(rawQuery),
    ...headersOf(message),
    body: await readBody(message, limit),
    from: message.socket.remoteAddress ?? '127.0.0.1',
    protocol: `HTTP/${message.httpVersion}`,
  };
}

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(value),
});

const problemTitles: Record<number, string> = {
  400: 'Bad Request',
  404: 'Not Found',
  504: 'Gateway Timeout',
};

/** RFC 9457. */
export const problem = (status: number, code: string, detail: string, more: object = {}): Answer =>
  json(
    status,
    { type: 'about:blank', title: problemTitles[status] ?? 'Error', status, detail, code, ...more },
    { 'content-type': 'application/problem+json' },
  );

type ListenOptions = { port?: number; maxBody?: number; maxHeader?: number };

/** The handler's answer; undefined where the connection is to be cut. What it throws is a bare 500 and a line on stderr. */
async function answerTo(
  message: IncomingMessage,
  handler: Handler,
  options: ListenOptions,
): Promise<Answer | undefined> {
  try {
    return await handler(await toRequest(message, options.maxBody ?? 100 * 1024 * 1024));
  } catch (error) {
    if (error instanceof TooLarge) return json(413, { message: 'Request Entity Too Large' });
    if (error instanceof Hangup || message.destroyed) return undefined;
    process.stderr.write(`local cloud: ${error instanceof Error ? error.stack : error}\n`);
    return json(500, { message: 'Internal Server Error' });
  }
}

function start(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** Serves on loopback only. `port` 0 takes a free one. */
export async function listen(handler: Handler, options: ListenOptions = {}): Promise<Listening> {
  const server = createServer(
    { maxHeaderSize: options.maxHeader ?? 64 * 1024 },
    async (message, response) => {
      const answer = await answerTo(message, handler, options);
      if (!answer) return response.destroy();
      response.writeHead(answer.status, answer.headers ?? {});
      response.end(message.method === 'HEAD' ? undefined : answer.body);
    },
  );
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 0;
  const port = await start(server, options.port ?? 0);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { server, port, url: `http://127.0.0.1:${port}`, close };
}
