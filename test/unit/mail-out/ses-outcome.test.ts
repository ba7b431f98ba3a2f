import { expect, it } from 'vitest';
import { outcomeOf } from '../../../shared/platform/ses.ts';

const answered = (name: string, httpStatusCode: number) =>
  Object.assign(new Error('no'), { name, $metadata: { httpStatusCode } });
const broken = (code: string) => Object.assign(new Error(code), { code });

it.each([
  'Throttling',
  'TooManyRequestsException',
  'AccountSendingPausedException',
  'ExpiredToken',
  'AccessDenied',
])('the refusal %s may be asked again', (name) =>
  expect(outcomeOf(answered(name, 400))).toEqual({ kind: 'refused', again: true, reason: name }),
);

it.each(['MessageRejected', 'InvalidParameterValue'])('the refusal %s is for good', (name) =>
  expect(outcomeOf(answered(name, 400))).toEqual({ kind: 'refused', again: false, reason: name }),
);

it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])('%s is a sure no: nothing had left', (code) =>
  expect(outcomeOf(broken(code))).toEqual({ kind: 'refused', again: true, reason: code }),
);

it.each([
  broken('ECONNRESET'),
  broken('EPIPE'),
  Object.assign(new Error('aborted'), { name: 'AbortError' }),
  Object.assign(new Error('took too long'), { name: 'TimeoutError' }),
  answered('InternalFailure', 500),
  answered('ServiceUnavailable', 503),
  answered('SyntaxError', 200),
  new Error('anything else'),
])('%s tells nothing of whether SES has the mail', (error) => expect(outcomeOf(error).kind).toBe('unknown'));
