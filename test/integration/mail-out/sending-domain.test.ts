import {
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  SESClient,
} from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, expect, test } from 'vitest';
import { handler } from '../../../functions/mail/api.ts';
import { getSendingDomainRoute } from '../../../shared/mail/sending-domain-routes.ts';
import { call } from '../../helpers/call.ts';
import { useTable } from '../../helpers/dynamo.ts';

const ses = mockClient(SESClient);
const domain = 'acme.test';
beforeAll(useTable);

/** Each with a sender of its own: what was looked up is kept for five minutes. */
const asked = (sender: string) => {
  process.env.MAIL_FROM = sender;
  return call(handler, getSendingDomainRoute);
};

test('where SES says no word, and DNS none, nothing is known and nothing is wrong', async () => {
  ses.reset();
  ses.rejects(new Error('AccessDenied'));
  const { status, body } = await asked('Acme <silent@acme.test>');
  expect(status).toBe(200);
  expect(body).toMatchObject({ from: 'silent@acme.test', domain, verdict: { status: 'unknown', by: [] } });
  for (const one of [body.verification, body.dkim, body.spf, body.dmarc]) expect(one.status).toBe('unknown');
});

test('what SES says is told, and asked once in five minutes', async () => {
  ses.reset();
  const dkim = { DkimEnabled: true, DkimVerificationStatus: 'Success' as const, DkimTokens: ['t1'] };
  ses.on(GetIdentityVerificationAttributesCommand).resolves({
    VerificationAttributes: { [domain]: { VerificationStatus: 'Success' } },
  });
  ses.on(GetIdentityDkimAttributesCommand).resolves({ DkimAttributes: { [domain]: dkim } });
  ses.on(GetIdentityMailFromDomainAttributesCommand).resolves({ MailFromDomainAttributes: {} });
  const first = await asked('crm@acme.test');
  const second = await asked('crm@acme.test');
  expect(first.body).toMatchObject({
    verification: { status: 'pass' },
    dkim: { status: 'pass', found: ['SES: Success', `t1._domainkey.${domain}: unanswered`] },
    spf: { status: 'fail', code: 'return_path_shared' },
    dmarc: { status: 'unknown' },
    verdict: { status: 'pass', by: ['dkim'] },
  });
  expect(second.body).toEqual(first.body);
  expect(ses.calls()).toHaveLength(3);
});
