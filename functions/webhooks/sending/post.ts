import { type LookupAddress, lookup as resolve } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import type { LookupFunction } from 'node:net';
import { type Outcome, urlRefused } from '../../../shared/webhooks/delivery.ts';
import { isPublicAddress } from '../../../shared/webhooks/public-address.ts';
import { type Allowed, faultOfUrl, isAllowed } from '../../../shared/webhooks/webhook-url.ts';

export const timeoutMs = 10_000;
const mostDrainedBytes = 65_536;

type Resolve = typeof resolve;
const refused = () => Object.assign(new Error('The name leads to a private address'), { code: urlRefused });

/**
 * A look-up for a connection, so that what was checked is what is connected to: between a check before and the connection a name
 * could come to lead elsewhere. One private address among several refuses all.
 */
export const guardedLookup =
  (resolveName: Resolve = resolve): LookupFunction =>
  (host, options, callback) =>
    resolveName(host, { ...options, all: true }, (error, found) => {
      const addresses = found as unknown as LookupAddress[];
      if (error) return callback(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return callback(refused(), '', 0);
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });

const codes: Record<string, string> = {
  [urlRefused]: urlRefused,
  ENOTFOUND: 'host_unknown',
  EAI_AGAIN: 'host_unknown',
  ECONNREFUSED: 'connection_refused',
  ECONNRESET: 'connection_reset',
  EPIPE: 'connection_reset',
  EHOSTUNREACH: 'host_unreachable',
  ENETUNREACH: 'host_unreachable',
  ETIMEDOUT: 'timeout',
  ABORT_ERR: 'timeout',
  HPE_INVALID_CONSTANT: 'answer_malformed',
};
/** A code of ours: messages of errors may name what was asked for. */
function codeOf(error: unknown): string {
  const { code = '' } = error as { code?: string };
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) return 'tls_failed';
  return codes[code] ?? (code.startsWith('HPE_') ? 'answer_malformed' : 'connection_failed');
}

/** Seconds from now, of a `Retry-After` in either form (RFC 9110, 10.2.3); nothing for any other. */
export function retryAfterS(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d{1,9}$/.test(header.trim()) ? Number(header) : (Date.parse(header) - nowMs) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

/** Reads on for a while, since some targets stop working when nobody listens; what it says is not looked at. */
const drained = (answer: http.IncomingMessage) =>
  new Promise<void>((done) => {
    let bytes = 0;
    answer.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostDrainedBytes) answer.destroy();
    });
    answer.on('error', () => done()).on('close', () => done());
  });

type Posting = {
  url: URL;
  headers: Record<string, string>;
  body: string;
  allowed: Allowed;
  resolveName?: Resolve;
  ms?: number;
};

function asked({ url, headers, body, allowed, resolveName, ms = timeoutMs }: Posting) {
  const { request } = url.protocol === 'http:' ? http : https;
  const length = String(Buffer.byteLength(body));
  return new Promise<http.IncomingMessage>((answered, failed) => {
    request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': length },
      agent: false, // a kept connection would be one that was looked at before
      signal: AbortSignal.timeout(ms),
      ...(!isAllowed(url, allowed) && { lookup: guardedLookup(resolveName) }),
    })
      .on('response', answered)
      .on('error', failed)
      .end(body);
  });
}

/**
 * Posts a body and answers what came of it within ten seconds; never throws. Redirects are not followed: what they name was not
 * looked at. Nothing of the answer is kept but its status and `Retry-After`.
 */
export async function post(posting: Posting): Promise<Outcome> {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  if (faultOfUrl(posting.url, posting.allowed) !== undefined) return { ms: 0, error: urlRefused };
  try {
    const answer = await asked(posting);
    const { statusCode: status = 0, headers } = answer;
    const took = ms();
    await drained(answer);
    const wait = retryAfterS(headers['retry-after'], Date.now());
    return { ms: took, status, ...(wait !== undefined && { retryAfterS: wait }) };
  } catch (error) {
    return { ms: ms(), error: codeOf(error) };
  }
}
