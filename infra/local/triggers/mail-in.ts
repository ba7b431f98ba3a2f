import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Assembly } from '../assembly.ts';
import { mailDate } from '../services/mime.ts';
import type { Buckets } from '../services/s3.ts';
import { notificationOf, type Received } from './mail-notification.ts';
import type { Deliver } from './rule.ts';

export type MailIn = { port: number; end(): Promise<void> };
type S3Action = { BucketName: string; ObjectKeyPrefix?: string; TopicArn?: string };
type Rule = { recipients: string[]; actions: S3Action[] };
type Place = { assembly: Assembly; buckets: Buckets; deliver: Deliver; region: string; port: number };
type Subscription = { endpoint: string; raw: boolean };

/** SES takes no larger message in. */
const maxBytes = 40 * 1024 * 1024;

function readRules(assembly: Assembly): Rule[] {
  return assembly
    .ofType('AWS::SES::ReceiptRule')
    .map(({ properties }) => properties.Rule)
    .filter(({ Enabled = true }) => Enabled)
    .map(({ Recipients = [], Actions = [] }) => {
      if (Actions.some((action: object) => !('S3Action' in action)))
        throw new Error('Of the actions of a receipt rule only S3Action runs in the local cloud');
      return {
        recipients: Recipients,
        actions: Actions.map((action: { S3Action: S3Action }) => action.S3Action),
      };
    });
}

/** A rule's recipient is an address, a domain, or with a leading dot its subdomains; none means every one. */
function takes(recipients: string[], address: string): boolean {
  const lower = address.toLowerCase();
  const domain = lower.slice(lower.lastIndexOf('@') + 1);
  if (recipients.length === 0) return true;
  return recipients
    .map((one) => one.toLowerCase())
    .some((one) => one === lower || one === domain || (one.startsWith('.') && domain.endsWith(one)));
}

const subscriptionsOf = (assembly: Assembly, topicArn: string): Subscription[] =>
  assembly
    .ofType('AWS::SNS::Subscription')
    .filter(({ properties }) => properties.TopicArn === topicArn && properties.Protocol === 'sqs')
    .map(({ properties }) => ({
      endpoint: String(properties.Endpoint),
      raw: Boolean(properties.RawMessageDelivery),
    }));

/** What SNS puts around a message on its way to a queue. */
const envelope = (TopicArn: string, Message: string): string =>
  JSON.stringify({
    Type: 'Notification',
    MessageId: randomUUID(),
    TopicArn,
    Subject: 'Amazon SES Email Receipt Notification',
    Message,
    Timestamp: new Date().toISOString(),
    SignatureVersion: '1',
    Signature: 'local',
    SigningCertURL: 'https://sns.local/',
    UnsubscribeURL: 'https://sns.local/',
  });

/** SES's message ids are 40 small letters and digits. */
const newId = (): string =>
  BigInt(`0x${randomBytes(32).toString('hex')}`)
    .toString(36)
    .padStart(50, '0')
    .slice(-40);

/** The lines that SES puts on top. What follows them is, byte for byte, what was sent. */
function traceLines(received: Head, region: string, client: string): Buffer {
  const { from, recipients, messageId, at } = received;
  return Buffer.from(
    `Return-Path: <${from}>\r\nReceived: from ${client} by inbound-smtp.${region}.amazonaws.com with SMTP id ${messageId}\r\n for ${recipients.join(', ')};\r\n ${mailDate(at)} (UTC)\r\n`,
  );
}

type Head = Omit<Received, 'raw'>;

/** Keeps the message as the action says and notifies its topic's queues. */
function act(action: S3Action, head: Head, raw: Buffer, { assembly, buckets, deliver }: Place): void {
  const { BucketName: bucketName, ObjectKeyPrefix: objectKeyPrefix = '', TopicArn: topicArn } = action;
  const objectKey = `${objectKeyPrefix}${head.messageId}`;
  buckets.put(bucketName, objectKey, raw, { 'content-type': 'application/octet-stream' });
  if (!topicArn) return;
  const message = notificationOf(
    { ...head, raw },
    { type: 'S3', topicArn, bucketName, objectKeyPrefix, objectKey },
  );
  for (const { endpoint, raw: plain } of subscriptionsOf(assembly, topicArn))
    deliver(endpoint, plain ? message : envelope(topicArn, message));
}

/** One object and one notification a rule, with all recipients that it takes. Everything is kept when this returns. */
function accept(place: Place, rules: Rule[], session: SMTPServerSession, content: Buffer): void {
  const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
  const all = session.envelope.rcptTo.map(({ address }) => address);
  const client = `${session.hostNameAppearsAs || 'unknown'} (${session.clientHostname} [${session.remoteAddress}])`;
  for (const rule of rules) {
    const recipients = all.filter((address) => takes(rule.recipients, address));
    if (recipients.length === 0) continue;
    const head: Head = { messageId: newId(), at: new Date(), from, recipients };
    const raw = Buffer.concat([traceLines(head, place.region, client), content]);
    for (const action of rule.actions) act(action, head, raw, place);
  }
}

async function read(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

/**
 * SES's receiving end: an SMTP server on loopback that takes mail for the domains of the receipt rules and answers 550 for others. A message is
 * acknowledged when its object and the notification of it are kept.
 */
export async function startMailIn(place: Place): Promise<MailIn> {
  const rules = readRules(place.assembly);
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: maxBytes,
    logger: false,
    banner: 'Rapport local cloud',
    onRcptTo: ({ address }, _session, done) => {
      const known = rules.some(({ recipients }) => takes(recipients, address));
      done(known ? null : refusal(550, '5.1.1 Requested action not taken: mailbox unavailable'));
    },
    onData: (stream, session, done) => {
      read(stream)
        .then(
          (content) => {
            if (stream.sizeExceeded) return done(refusal(552, '5.3.4 Message too big for system'));
            accept(place, rules, session, content);
            return done(null);
          },
          (error: Error) => done(error),
        )
        .catch((error: Error) => done(refusal(451, error.message)));
    },
  });
  server.on('error', () => {
    // A client that breaks its connection is its own affair.
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(place.port, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const end = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port, end };
}
