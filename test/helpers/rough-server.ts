import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it came, its body read. */
export type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
/** How one request is answered: as HTTP has it, by a connection that breaks, or never. */
export type Manner =
  | { status: number; headers?: Record<string, string>; body?: unknown }
  | 'reset'
  | 'break off'
  | 'hang';

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

function answer(response: ServerResponse, manner: Manner): void {
  if (manner === 'hang') return;
  if (manner === 'reset') return void response.destroy();
  if (manner === 'break off') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"items":', () => response.destroy());
    return;
  }
  const { status, headers = {}, body } = manner;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** A server on a free port of this machine that treats each request as it is told; ends with `stop`. */
export async function startRoughServer(treat: (seen: Seen, nth: number) => Manner) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: await textOf(request) };
    answer(response, treat(one, seen.push(one)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
