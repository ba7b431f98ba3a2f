import { Window } from 'happy-dom';
import { handler } from '../../functions/forms/api.ts';
import {
  getEmbedScriptRoute,
  getFillTimeRoute,
  sendPageViewRoute,
  submitFormRoute,
} from '../../shared/forms/public-form-routes.ts';
import { call } from './call.ts';

const publicRoutes = [submitFormRoute, getFillTimeRoute, sendPageViewRoute, getEmbedScriptRoute];
const origin = 'https://api.test';
export type Sent = { path: string; body: string; status: number };
type Requested = { method?: string; body?: URLSearchParams | string; headers?: Record<string, string> };
type Options = { formKey: string; html: string; marks?: string; url?: string; now?: () => string };

const routeOf = (method: string, pathname: string) =>
  publicRoutes.find((one) => one.method === method && pathname.endsWith(one.path.split('}')[1] as string));
const typeOf = (body: Requested['body']) =>
  typeof body === 'string' ? 'text/plain' : 'application/x-www-form-urlencoded;charset=UTF-8';

/** What the browser makes of a request, at the real function. */
async function atFunction(url: URL, { method = 'GET', body, headers }: Requested, from: string, now: string) {
  const route = routeOf(method, url.pathname);
  if (!route) throw new Error(`The script asks for ${method} ${url.pathname}`);
  const sent: Record<string, string> = body === undefined ? {} : { 'content-type': typeOf(body) };
  return call(handler, route, {
    params: { formKey: url.pathname.split('/').find((part) => part.startsWith('fk_')) ?? '' },
    headers: { ...headers, origin: from, ...sent },
    now,
    ...(body !== undefined && { rawBody: String(body) }),
  });
}

/** A network that ends at the real function. */
function network(from: string, now: () => string, sent: Sent[]) {
  const net = {
    /** Called with each path; what it answers is the answer. Throw for a line that is cut. */
    before: (_path: string): Response | undefined => undefined,
    fetch: async (url: string, request: Requested = {}): Promise<Response> => {
      const to = new URL(url);
      const early = net.before(to.pathname);
      if (early) return early;
      const { status, headers, body } = await atFunction(to, request, from, now());
      sent.push({ path: to.pathname, body: String(request.body ?? ''), status });
      return new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
    },
  };
  return net;
}

/** A browser's page with the script of a form on it, as the function serves it; what it sends reaches the function. */
export async function openPage({
  formKey,
  html,
  marks = '',
  url = 'https://www.example.com/offer',
  now,
}: Options) {
  const window = new Window({ url });
  const { document } = window;
  document.body.innerHTML = html;
  const script = document.createElement('script');
  for (const [, name = '', value = ''] of marks.matchAll(/([\w-]+)="([^"]*)"/g))
    script.setAttribute(name, value);
  const src = `${origin}/forms/${formKey}/embed.js`;
  Object.defineProperty(document, 'currentScript', {
    value: Object.assign(script, { src }),
    configurable: true,
  });
  const sent: Sent[] = [];
  const net = network(new URL(url).origin, now ?? (() => new Date().toISOString()), sent);
  const source = (await call(handler, getEmbedScriptRoute, { params: { formKey } }))
    .body as unknown as string;
  const waits: number[] = [];
  const soon = (run: () => void, ms: number) => {
    waits.push(ms);
    setTimeout(run, 0);
  };
  new Function('window', 'fetch', 'setTimeout', source)(window, net.fetch, soon);
  const submit = () => document.querySelector('form')?.requestSubmit();
  return { window, document, sent, net, waits, submit, close: () => window.happyDOM.close() };
}
