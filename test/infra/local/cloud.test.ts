import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  GetIdentityDkimAttributesCommand,
  GetIdentityMailFromDomainAttributesCommand,
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  SESClient,
  SendRawEmailCommand,
} from '@aws-sdk/client-ses';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../../../infra/local/cloud.ts';
import { makeFixture } from './fixture.ts';

const fixture = makeFixture();
let cloud: Cloud;
beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'cloud-'));
  const options = {
    port: 0,
    smtpPort: 0,
    data,
    demo: false,
    engine: process.env.CRM_DYNAMODB,
    workers: 2,
    region: 'eu-west-1',
  };
  cloud = await startCloud(fixture.assembly, options, () => {});
});
afterAll(() => cloud?.end());

const ask = (path: string, init: RequestInit = {}) => fetch(`${cloud.url}${path}`, init);
const post = (path: string, body: object) =>
  ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const idle = async (seconds = 20) => (await ask(`/_local/idle?timeout=${seconds}`)).status;
const sdk = () => ({ region: 'eu-west-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
const endpoint = (name: string) => cloud.environment[`AWS_ENDPOINT_URL_${name}`] ?? '';

describe('the HTTP API', () => {
  test('answers what it does not route, does not admit or cannot run in API Gateway’s words', async () => {
    const outcomes = [
      [await ask('/nowhere'), 404, 'Not Found'],
      [await ask('/who/1'), 401, 'Unauthorized'],
      [await ask('/who/1', { headers: { authorization: 'no' } }), 403, 'Forbidden'],
      [await ask('/who/1', { headers: { authorization: 'boom' } }), 500, 'Internal Server Error'],
      [await ask('/throw', { method: 'POST' }), 500, 'Internal Server Error'],
      [await ask('/crash', { method: 'POST' }), 500, 'Internal Server Error'],
      [await ask('/slow', { method: 'POST' }), 500, 'Internal Server Error'],
      [
        await ask('/echo', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) }),
        413,
        'Request Entity Too Large',
      ],
      [
        await ask('/echo', { method: 'POST', body: Buffer.alloc(7 * 1024 * 1024) }),
        413,
        'Request Entity Too Large',
      ],
    ] as const;
    for (const [response, status, message] of outcomes) {
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual({ message });
    }
    expect((await ask('/v1/health', { headers: { long: 'x'.repeat(11_000) } })).status).toBe(431);
    expect(await (await ask('/v1/health')).text()).toBe('ok');
  });

  test('asks the authorizer once for each credential and hands its context on', async () => {
    const who = async () => (await ask('/who/a%20b', { headers: { authorization: 'Bearer x' } })).json();
    const event = (await who()) as { pathParameters: object; requestContext: { authorizer: object } };
    await who();
    expect(event.pathParameters).toEqual({ id: 'a b' });
    expect(event.requestContext.authorizer).toEqual({ lambda: { header: 'Bearer x' } });
    expect(fixture.seen('authorizer').filter(([header]) => header === 'Bearer x')).toHaveLength(1);
  });

  test('sheds what is over a route’s limit and nothing else', async () => {
    const statuses = await Promise.all([1, 2, 3, 4].map(async () => (await ask('/limited')).status));
    expect(statuses.sort()).toEqual([200, 200, 429, 429]);
    expect((await ask('/v1/health')).status).toBe(200);
  });

  test('gives a function the template’s environment and nothing of ours', async () => {
    process.env.NOT_FOR_FUNCTIONS = '1';
    const { env } = (await (await post('/echo', {})).json()) as { env: string[] };
    expect(env).toEqual(
      expect.arrayContaining(['TABLE_NAME', 'AWS_ENDPOINT_URL_S3', 'AWS_LAMBDA_FUNCTION_NAME', 'AWS_REGION']),
    );
    expect(env).not.toContain('NOT_FOR_FUNCTIONS');
  });
});

describe('the table’s stream', () => {
  test('reaches its function filtered and in order; a poisonous record is given up and named', async () => {
    const item = (pk: string, sk: string, more: object = {}) =>
      post('/items', { pk: { S: pk }, sk: { S: sk }, ...more });
    await item('unseen', '0');
    for (const sk of ['1', '2']) await item('seen', sk);
    await item('seen', '2'); // the same again: no record
    await item('seen', '3', { poison: { BOOL: true } });
    await item('seen', '4');
    expect(await idle()).toBe(200);
    const calls = fixture.seen('stream').flat();
    expect(calls.filter((sk) => sk === '0')).toEqual([]);
    expect(calls.filter((sk, at) => calls.indexOf(sk) === at)).toEqual(['1', '2', '3', '4']);
    expect(calls.filter((sk) => sk === '2')).toHaveLength(1);
    expect(await (await ask('/_local/dead-letters')).json()).toMatchObject({ 'fixture-streamDead': 1 });
  });
});

describe('the queue', () => {
  test('gives a message that fails to its function as often as it may be received, then to the dead letters', async () => {
    await post('/messages', { MessageBody: '{"n":1,"fail":true}' });
    await post('/messages', { MessageBody: '{"n":2}' });
    expect(await idle()).toBe(200);
    const numbers = fixture
      .seen('consume')
      .flat()
      .map(({ n }) => n);
    expect(numbers.filter((n) => n === 1)).toHaveLength(2);
    expect(numbers.filter((n) => n === 2)).toHaveLength(1);
    expect(await (await ask('/_local/dead-letters')).json()).toMatchObject({ 'fixture-workDead': 1 });
  });

  test('that still holds something is told by the idle check', async () => {
    await post('/messages', { MessageBody: '{"n":3}', DelaySeconds: 2 });
    const answer = await ask('/_local/idle?timeout=0.2');
    expect(answer.status).toBe(504);
    expect(await answer.json()).toMatchObject({ busy: { queues: { 'fixture-work': { delayed: 1 } } } });
    expect(await idle()).toBe(200);
    expect(fixture.seen('consume').flat()).toContainEqual({ n: 3 });
  });
});

describe('the bus', () => {
  const entry = (DetailType: string, more: object = {}) => ({
    EventBusName: 'crm',
    Source: 'rapport',
    DetailType,
    Detail: '{"id":"dl_1"}',
    ...more,
  });

  test('hands an event to the rules that match and tells which entries failed', async () => {
    const Entries = [entry('deal.moved'), entry('deal.lost'), entry('deal.moved', { Detail: 'no json' })];
    const { body } = (await (await post('/events', { Entries })).json()) as { body: Record<string, unknown> };
    expect(body).toMatchObject({ FailedEntryCount: 1, Entries: [{}, {}, { ErrorCode: 'MalformedDetail' }] });
    expect(await idle()).toBe(200);
    const events = fixture
      .seen('collect')
      .flat()
      .filter(({ source }) => source === 'rapport');
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      version: '0',
      'detail-type': 'deal.moved',
      detail: { id: 'dl_1' },
      region: 'eu-west-1',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
  });

  test('takes at most ten entries', async () => {
    const Entries = Array.from({ length: 11 }, () => entry('deal.moved'));
    expect(await (await post('/events', { Entries })).json()).toMatchObject({ status: 400 });
  });
});

test('a schedule is fired with the time of one’s choosing and answers when its function is done', async () => {
  const time = '2031-05-06T07:08:09Z';
  expect(await (await post('/_local/schedules/tick-tock', { time })).json()).toMatchObject({
    ok: true,
    result: { ticked: time },
  });
  expect(fixture.seen('tick')).toEqual([{ time }]);
  const unknown = await post('/_local/schedules/nobody', { time });
  expect(unknown.status).toBe(404);
  expect(unknown.headers.get('content-type')).toBe('application/problem+json');
});

describe('mail out', () => {
  const ses = () => new SESClient({ ...sdk(), endpoint: endpoint('SES'), maxAttempts: 1 });
  const raw = (to: string, subject: string) =>
    `From: "Acme" <crm@acme.test>\r\nTo: ${to}\r\nSubject: ${subject}\r\nMessage-ID: <mine@acme.test>\r\nDate: Mon, 1 Jan 2001 00:00:00 +0000\r\n\r\nHello\r\n`;
  const send = (to: string, subject: string, from = 'crm@acme.test') =>
    ses().send(
      new SendRawEmailCommand({
        Source: from,
        RawMessage: { Data: Buffer.from(raw(to, subject)) },
        ConfigurationSetName: 'sending',
      }),
    );

  test('comes from an identity of which SES tells, and of no other', async () => {
    const of = { Identities: ['acme.test', 'other.test'] };
    const { VerificationAttributes } = await ses().send(new GetIdentityVerificationAttributesCommand(of));
    expect(Object.keys(VerificationAttributes ?? {})).toEqual(['acme.test']);
    expect(VerificationAttributes?.['acme.test']?.VerificationStatus).toBe('Success');
    const { DkimAttributes } = await ses().send(new GetIdentityDkimAttributesCommand(of));
    expect(DkimAttributes?.['acme.test']).toMatchObject({
      DkimEnabled: true,
      DkimVerificationStatus: 'Success',
    });
    expect(DkimAttributes?.['acme.test']?.DkimTokens).toHaveLength(3);
    const { MailFromDomainAttributes } = await ses().send(new GetIdentityMailFromDomainAttributesCommand(of));
    expect(MailFromDomainAttributes?.['acme.test']).not.toHaveProperty('MailFromDomain');
  });

  test('is kept with SES’s own Message-ID and Date, and its events reach the default bus', async () => {
    const { MessageId } = await send('bounce@simulator.amazonses.com', 'Bounces');
    const [mail] = (await (await ask('/_local/mail')).json()) as Record<string, never>[];
    expect(mail).toMatchObject({
      subject: 'Bounces',
      to: ['bounce@simulator.amazonses.com'],
      text: 'Hello\n',
    });
    expect(mail?.headers).toMatchObject({ 'message-id': `<${MessageId}@eu-west-1.amazonses.com>` });
    expect(JSON.stringify(mail?.headers)).not.toMatch(/mine@acme|2001/);
    expect(await idle()).toBe(200);
    const events = fixture
      .seen('collect')
      .flat()
      .filter(({ source }) => source === 'aws.ses');
    expect(events.map((event) => event['detail-type'])).toEqual(['Email Sent', 'Email Bounced']);
    expect(events[1].detail).toMatchObject({
      eventType: 'Bounce',
      mail: { messageId: MessageId, tags: { 'ses:configuration-set': ['sending'] } },
      bounce: {
        bounceType: 'Permanent',
        bouncedRecipients: [{ emailAddress: 'bounce@simulator.amazonses.com' }],
      },
    });
  });

  test('throttles, refuses a foreign sender and dies after accepting when it is asked to', async () => {
    await post('/_local/ses', { throttle: 1 });
    await expect(send('a@b.test', 'Throttled')).rejects.toMatchObject({ name: 'Throttling' });
    await expect(send('a@b.test', 'Foreign', 'x@other.test')).rejects.toMatchObject({
      name: 'MessageRejected',
    });
    await post('/_local/ses', { failAfterAccept: 1 });
    await expect(send('a@b.test', 'Accepted')).rejects.toThrow();
    const subjects = ((await (await ask('/_local/mail')).json()) as { subject: string }[]).map(
      ({ subject }) => subject,
    );
    expect(subjects).toContain('Accepted');
    expect(subjects).not.toContain('Throttled');
  });

  test('is counted, and an account’s quota told', async () => {
    const before = await ses().send(new GetSendQuotaCommand({}));
    expect(before).toMatchObject({ MaxSendRate: 500, Max24HourSend: 1_000_000 });
    await send('ada@example.com', 'Counted');
    const after = await ses().send(new GetSendQuotaCommand({}));
    expect(after.SentLast24Hours).toBe((before.SentLast24Hours ?? 0) + 1);
  });
});

describe('mail in', () => {
  test('keeps the message byte for byte below the trace lines and notifies of it once for all recipients', async () => {
    const raw =
      'From: Ann <ann@else.test>\r\nTo: sales@in.acme.test\r\nSubject: =?utf-8?q?h=C3=A9?=\r\nX-Local-Spam-Verdict: FAIL\r\n\r\nbyte \xff\r\n..dots\r\n';
    const transport = createTransport({ host: '127.0.0.1', port: cloud.smtpPort, ignoreTLS: true });
    const to = ['sales@in.acme.test', 'Help@in.acme.test'];
    await transport.sendMail({ envelope: { from: 'ann@else.test', to }, raw: Buffer.from(raw, 'latin1') });
    transport.close();
    expect(await idle()).toBe(200);
    const notes = fixture
      .seen('collect')
      .flat()
      .filter(({ Type }) => Type === 'Notification');
    expect(notes).toHaveLength(1);
    const { notificationType, mail, receipt } = JSON.parse(notes[0].Message);
    expect(notificationType).toBe('Received');
    expect(mail).toMatchObject({
      source: 'ann@else.test',
      destination: to,
      commonHeaders: { from: ['Ann <ann@else.test>'] },
    });
    expect(receipt).toMatchObject({
      recipients: to,
      spamVerdict: { status: 'FAIL' },
      dmarcVerdict: { status: 'PASS' },
      action: { type: 'S3', bucketName: 'mail-bucket', objectKey: `raw/${mail.messageId}` },
    });
    const s3 = new S3Client({ ...sdk(), endpoint: endpoint('S3') });
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: 'mail-bucket', Key: receipt.action.objectKey }),
    );
    const kept = Buffer.from((await Body?.transformToByteArray()) ?? []).toString('latin1');
    expect(kept.startsWith('Return-Path: <ann@else.test>\r\nReceived: from ')).toBe(true);
    expect(kept.endsWith(`\r\n${raw}`)).toBe(true);
  });

  test('refuses a foreign domain with 550', async () => {
    const replies: string[] = [];
    const socket = createConnection(cloud.smtpPort, '127.0.0.1');
    const lines = ['EHLO me', 'MAIL FROM:<a@b.test>', 'RCPT TO:<x@elsewhere.test>', 'QUIT'];
    await new Promise<void>((resolve) => {
      socket.on('data', (chunk) => {
        replies.push(String(chunk));
        const next = lines.shift();
        if (next) socket.write(`${next}\r\n`);
      });
      socket.on('close', () => resolve());
    });
    expect(replies.some((reply) => reply.startsWith('550'))).toBe(true);
  });
});

test('the bucket keeps what the SDK puts, lists it and holds conditions', async () => {
  const s3 = new S3Client({ ...sdk(), endpoint: endpoint('S3') });
  const Bucket = 'mail-bucket';
  const put = (Key: string, more: object = {}) =>
    s3.send(
      new PutObjectCommand({ Bucket, Key, Body: `body of ${Key}`, ContentType: 'text/plain', ...more }),
    );
  await put('a/1 ä+.txt', { IfNoneMatch: '*' });
  await put('a/2');
  await put('b/1');
  await expect(put('a/2', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'a/', MaxKeys: 1 }));
  expect(first).toMatchObject({ IsTruncated: true, Contents: [{ Key: 'a/1 ä+.txt', Size: 19 }] });
  const rest = await s3.send(
    new ListObjectsV2Command({ Bucket, Prefix: 'a/', ContinuationToken: first.NextContinuationToken }),
  );
  expect(rest).toMatchObject({ IsTruncated: false, Contents: [{ Key: 'a/2' }] });
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a/1 ä+.txt', Range: 'bytes=0-3' }));
  expect([got.ContentType, await got.Body?.transformToString()]).toEqual(['text/plain', 'body']);
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'none' }))).rejects.toMatchObject({
    name: 'NoSuchKey',
  });
  await expect(s3.send(new CreateBucketCommand({ Bucket: 'other' }))).rejects.toMatchObject({
    name: 'NoSuchBucket',
  });
});

test('a presigned URL opens its object, with the headers that it asks for, until it expires, and nothing else', async () => {
  const s3 = new S3Client({ ...sdk(), endpoint: endpoint('S3') });
  const place = { Bucket: 'mail-bucket', Key: 'files/offer ä.txt' };
  await s3.send(new PutObjectCommand({ ...place, Body: 'an offer' }));
  const wish = { ...place, ResponseContentDisposition: 'attachment; filename="offer.txt"' };
  const url = await getSignedUrl(s3, new GetObjectCommand(wish), { expiresIn: 60 });
  const answer = await fetch(url);
  expect([answer.status, await answer.text()]).toEqual([200, 'an offer']);
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="offer.txt"');
  expect((await fetch(url.replace('offer%20', 'other%20'))).status).toBe(403);
  const old = { expiresIn: 60, signingDate: new Date(Date.now() - 61_000) };
  expect((await fetch(await getSignedUrl(s3, new GetObjectCommand(place), old))).status).toBe(403);
});

test('the queue API speaks with the SDK: attributes, delay, visibility, batches and their errors', async () => {
  const sqs = new SQSClient({ ...sdk(), endpoint: endpoint('SQS') });
  const QueueUrl = `${endpoint('SQS')}/000000000000/fixture-spare`;
  const entries = ['a', 'b'].map((Id) => ({ Id, MessageBody: `body ${Id}` }));
  expect(
    (await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: entries }))).Successful,
  ).toHaveLength(2);
  const receive = {
    QueueUrl,
    MaxNumberOfMessages: 10,
    VisibilityTimeout: 60,
    MessageSystemAttributeNames: ['All' as const],
  };
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(receive));
  expect(Messages.map(({ Body, Attributes }) => [Body, Attributes?.ApproximateReceiveCount])).toEqual([
    ['body a', '1'],
    ['body b', '1'],
  ]);
  const ReceiptHandle = Messages[0]?.ReceiptHandle;
  const { QueueUrl: found } = await sqs.send(
    new GetQueueUrlCommand({ QueueName: QueueUrl.split('/').at(-1) }),
  );
  expect(found).toBe(QueueUrl);
  await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  const again = await sqs.send(new ReceiveMessageCommand(receive));
  expect(again.Messages).toMatchObject([{ Body: 'body a', Attributes: { ApproximateReceiveCount: '2' } }]);
  await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again.Messages?.[0]?.ReceiptHandle }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(Attributes).toMatchObject({
    ApproximateNumberOfMessages: '0',
    ApproximateNumberOfMessagesNotVisible: '1',
  });
  const nowhere = new SendMessageBatchCommand({ QueueUrl: `${QueueUrl}x`, Entries: entries });
  await expect(sqs.send(nowhere)).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
});

test('a secret is made once and is the same ever after; an unknown parameter is not found', async () => {
  const ssm = new SSMClient({ ...sdk(), endpoint: endpoint('SSM') });
  const read = async (Name: string) =>
    (await ssm.send(new GetParameterCommand({ Name, WithDecryption: true }))).Parameter;
  const first = await read('/fixture/secret');
  expect(first?.Type).toBe('SecureString');
  expect(first?.Value?.length).toBeGreaterThanOrEqual(32);
  expect(await read('/fixture/secret')).toEqual(first);
  await expect(read('/fixture/other')).rejects.toMatchObject({ name: 'ParameterNotFound' });
});

test('signing in gives tokens that the published keys verify, for a proven code and only once', async () => {
  const issuer = `${cloud.url}/_local/identity`;
  const configuration = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<
    string,
    string
  >;
  const verifier = 'v'.repeat(43);
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const redirect_uri = 'http://localhost/signed-in';
  const client_id = 'console';
  const asked = {
    client_id,
    redirect_uri,
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 's',
  };
  const page = `${configuration.authorization_endpoint}?${new URLSearchParams(asked)}`;
  expect(await (await fetch(page)).text()).toContain('rep@acme.test');
  const body = new URLSearchParams({ email: 'rep@acme.test' });
  const sent = await fetch(page, { method: 'POST', body, redirect: 'manual' });
  const back = new URL(sent.headers.get('location') ?? '');
  expect(back.searchParams.get('state')).toBe('s');
  const exchange = (code_verifier: string, code = back.searchParams.get('code') ?? '') =>
    fetch(configuration.token_endpoint ?? '', {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id,
        redirect_uri,
        code,
        code_verifier,
      }),
    });
  const tokens = (await (await exchange(verifier)).json()) as { access_token: string; id_token: string };
  const keys = createRemoteJWKSet(new URL(configuration.jwks_uri ?? ''));
  const { payload } = await jwtVerify(tokens.access_token, keys, { issuer });
  expect(payload).toMatchObject({ token_use: 'access', client_id, username: payload.sub });
  expect((await jwtVerify(tokens.id_token, keys, { issuer, audience: client_id })).payload.email).toBe(
    'rep@acme.test',
  );
  expect((await exchange(verifier)).status).toBe(400);
  const foreign = page.replace('signed-in', 'elsewhere');
  expect((await fetch(foreign)).status).toBe(400);
  const { token } = (await (await post('/_local/token', { email: 'rep@acme.test' })).json()) as {
    token: string;
  };
  expect((await jwtVerify(token, keys, { issuer })).payload).toMatchObject({ sub: payload.sub, client_id });
  expect((await post('/_local/token', { email: 'nobody@acme.test' })).status).toBe(404);
});

test('compacting gives back what a reader has passed and leaves the engine at work', async () => {
  const answer = await post('/_local/compact', {});
  expect(await answer.json()).toMatchObject({ before: expect.any(Number), after: expect.any(Number) });
  expect((await post('/items', { pk: { S: 'seen' }, sk: { S: 'after' } })).status).toBe(200);
  expect(await idle()).toBe(200);
  expect(fixture.seen('stream').flat()).toContain('after');
});
