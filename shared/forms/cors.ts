import { AppError } from '../core/errors.ts';
import type { Form } from './form.ts';

type Allowed = Pick<Form, 'allowedOrigins'>;
const has = ({ allowedOrigins }: Allowed, origin: string) =>
  allowedOrigins.includes('*') || allowedOrigins.includes(origin);

/**
 * Throws `origin_not_allowed` (403) for a page that the form does not name. A form that names none takes plain posts of
 * any page; a post without an Origin is of a server or a tool.
 */
export function assertOrigin(form: Allowed, origin: string | undefined): void {
  if (!origin || form.allowedOrigins.length === 0 || has(form, origin)) return;
  throw new AppError('forbidden', 'origin_not_allowed', 'This form does not take posts of this page.');
}

/** What lets a page's script read the answer (fetch.spec.whatwg.org, CORS protocol); nothing for other pages. */
export function corsHeaders(form: Allowed, origin: string | undefined): Record<string, string> {
  // Another site's page may load what is public, also where it asks without CORS (fetch.spec.whatwg.org, CORP).
  const vary = { vary: 'Origin', 'cross-origin-resource-policy': 'cross-origin' };
  if (!origin || !has(form, origin)) return vary;
  return { ...vary, 'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After' };
}

const secondsKept = '600';
export const preflightHeaders = (form: Allowed, origin: string | undefined): Record<string, string> => ({
  ...corsHeaders(form, origin),
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'Content-Type, Idempotency-Key, Accept',
  'access-control-max-age': secondsKept,
});
