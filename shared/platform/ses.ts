import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { env } from './env.ts';
import { pause } from './pause.ts';
import { leaveToSend } from './ses-rate.ts';

/**
 * What became of one mail that was given to SES. `unknown`: SES may or may not have it. SES has no idempotency token, so
 * what is unknown is never given to it again by itself.
 */
export type Outcome =
  | { kind: 'accepted'; sesMessageId: string }
  | { kind: 'refused'; again: boolean; reason: string }
  | { kind: 'unknown'; reason: string };
/** `tracks`: SES puts in a pixel and leads links over itself, and tells of opens and clicks. */
export type Envelope = { from: string; to: string; tags: Record<string, string>; tracks?: boolean };

/** The longest that one call may take, in milliseconds. */
export const callMs = 10_000;

/**
 * `maxAttempts: 1`: the SDK would send again after a lost answer. No kept connection: one that died while the function
 * slept breaks in a way that looks like a lost answer.
 */
const client = new SESClient({
  maxAttempts: 1,
  requestHandler: {
    connectionTimeout: 3000,
    httpAgent: { keepAlive: false },
    httpsAgent: { keepAlive: false },
  },
});

const tooFast = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'LimitExceeded',
  'rate_reached',
]);
/** Answers to this one mail, which would be the same tomorrow (SES API reference, SendRawEmail, "Errors"). */
const forGood = new Set([
  'MessageRejected',
  'InvalidParameterValue',
  'ValidationError',
  'BadRequestException',
]);
/** No byte of the request had left. */
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

type Thrown = { name?: string; code?: string; message?: string; $metadata?: { httpStatusCode?: number } };
const wasNotReached = ({ name = '', code = '', message = '' }: Thrown) =>
  unreached.has(code) ||
  name === 'CredentialsProviderError' ||
  (name === 'TimeoutError' && message.includes('did not establish a connection'));

/** Only an answer of SES that says no, or a connection that never came to be, is a sure no; a 5xx is not. */
export function outcomeOf(error: unknown): Outcome {
  const thrown = error as Thrown;
  const reason = thrown.code ?? thrown.name ?? 'unknown_error'; // the SDK calls a broken connection a TimeoutError
  const status = thrown.$metadata?.httpStatusCode ?? 0;
  if (wasNotReached(thrown)) return { kind: 'refused', again: true, reason };
  if (status < 400 || status > 499) return { kind: 'unknown', reason };
  return { kind: 'refused', again: !forGood.has(reason), reason };
}

async function sendOnce(raw: Buffer, { from, to, tags, tracks }: Envelope): Promise<Outcome> {
  const command = new SendRawEmailCommand({
    Source: from,
    Destinations: [to],
    RawMessage: { Data: raw },
    ConfigurationSetName: env(tracks ? 'SES_TRACKING_SET' : 'SES_CONFIGURATION_SET'),
    Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
  });
  try {
    const { MessageId } = await client.send(command, { abortSignal: AbortSignal.timeout(callMs) });
    return MessageId
      ? { kind: 'accepted', sesMessageId: MessageId }
      : { kind: 'unknown', reason: 'no_message_id' };
  } catch (error) {
    return outcomeOf(error);
  }
}

const noTime: Outcome = { kind: 'refused', again: true, reason: 'no_time_left' };
/** The same, once the account may send one more; a table or an SES that does not answer is a sure no. */
async function sendWithLeave(raw: Buffer, envelope: Envelope, mayStart: () => boolean): Promise<Outcome> {
  const leave = await leaveToSend(client).catch((error: Error) => error.name);
  if (leave !== 'granted') return { kind: 'refused', again: true, reason: leave };
  return mayStart() ? sendOnce(raw, envelope) : noTime;
}

const isTooFast = (outcome: Outcome) => outcome.kind === 'refused' && tooFast.has(outcome.reason);
/** Before each further try, in milliseconds: a new account sends one mail a second. */
const waits = [300, 1000, 2000];

/**
 * Gives a mail to SES, within what the account may send over all processes together; and once more after a moment where it comes
 * too fast, as long as `mayStart`. Never throws; takes at most `callMs` more than what `mayStart` allows.
 */
export async function giveToSes(raw: Buffer, envelope: Envelope, mayStart: () => boolean): Promise<Outcome> {
  let outcome = noTime;
  for (const wait of [0, ...waits]) {
    if (wait > 0) await pause(wait * (0.5 + Math.random()));
    if (!mayStart()) return outcome;
    outcome = await sendWithLeave(raw, envelope, mayStart);
    if (!isTooFast(outcome)) return outcome;
  }
  return outcome;
}
