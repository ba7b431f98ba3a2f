import { expect, test } from 'vitest';
import { mailMessageOf } from '../../../shared/mail/intake-notification.ts';

const receipt = {
  timestamp: '2015-09-11T20:32:33.936Z',
  recipients: ['recipient@example.com'],
  spamVerdict: { status: 'PASS' },
  virusVerdict: { status: 'FAIL' },
  spfVerdict: { status: 'GRAY' },
  dkimVerdict: { status: 'PASS' },
  dmarcVerdict: { status: 'FAIL' },
  dmarcPolicy: 'reject',
  action: { type: 'S3', bucketName: 'b', objectKeyPrefix: 'raw/', objectKey: 'raw/d6iitobk' },
};
const received = (over: object = {}) => ({
  notificationType: 'Received',
  mail: { timestamp: '2015-09-11T20:32:30Z', source: 'a@example.com', messageId: 'd6iitobk', headers: [] },
  receipt: { ...receipt, ...over },
});
const wrapped = (message: unknown) => ({
  Type: 'Notification',
  MessageId: 'x',
  Message: JSON.stringify(message),
});

test('a notification of SES, as SNS wraps it, says where the message lies, for whom, and what SES thinks of it', () => {
  expect(mailMessageOf(wrapped(received()))).toEqual({
    kind: 'delivery',
    delivery: {
      rawKey: 'raw/d6iitobk',
      at: '2015-09-11T20:32:33.936Z',
      recipients: ['recipient@example.com'],
      envelopeFrom: 'a@example.com',
      verdicts: {
        spam: 'PASS',
        virus: 'FAIL',
        spf: 'GRAY',
        dkim: 'PASS',
        dmarc: 'FAIL',
        dmarcPolicy: 'reject',
      },
    },
  });
});

test('a key that is given without its prefix gets it, and a notification without SNS around it is read too', () => {
  const action = { ...receipt.action, objectKey: 'd6iitobk' };
  const message = mailMessageOf(received({ action }));
  expect(message.kind === 'delivery' && message.delivery.rawKey).toBe('raw/d6iitobk');
});

test('what says that it is a received mail and is not understood is an error, for the dead-letter queue', () => {
  expect(() => mailMessageOf(wrapped(received({ recipients: [] })))).toThrow();
  expect(() => mailMessageOf({ Type: 'Notification', Message: '{' })).toThrow();
});

test('other notifications of SES are let be', () => {
  const trial = { Type: 'Notification', Message: 'Successfully validated SNS topic for Amazon SES.' };
  expect(mailMessageOf(trial)).toEqual({ kind: 'other', type: 'unknown' });
  expect(mailMessageOf(wrapped({ notificationType: 'AmazonSnsSubscriptionSucceeded' }))).toEqual({
    kind: 'other',
    type: 'AmazonSnsSubscriptionSucceeded',
  });
});

test('our own messages name what is to be looked at again', () => {
  const at = '2026-11-22T12:00:00.000Z';
  expect(mailMessageOf({ reconcile: 'raw/x', at })).toEqual({ kind: 'reconcile', rawKey: 'raw/x', at });
  expect(mailMessageOf({ retry: { workspaceId: 'ws_1', intakeId: 'in_1' } })).toEqual({
    kind: 'retry',
    workspaceId: 'ws_1',
    intakeId: 'in_1',
  });
  expect(mailMessageOf({ listing: { time: at } })).toEqual({ kind: 'listing', time: at });
});
