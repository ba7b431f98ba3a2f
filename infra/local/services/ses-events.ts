import { randomUUID } from 'node:crypto';
import type { Assembly } from '../assembly.ts';
import type { Bus } from './events.ts';
import { addressesIn, headerOf, listOf, splitMail } from './mime.ts';

/** A mail that SES has accepted. */
export type Sent = {
  messageId: string;
  at: Date;
  source: string;
  destinations: string[];
  configurationSet: string | undefined;
  tags: Record<string, string[]>;
  /** As it was sent on. */
  raw: string;
  region: string;
  account: string;
};
export type SesEvent = { type: string; detailType: string; detail: object };

/** `detail.eventType`, its name in a configuration set's destination, and the event's `detail-type`. */
const kinds = {
  Send: { matching: 'send', detailType: 'Email Sent' },
  Delivery: { matching: 'delivery', detailType: 'Email Delivered' },
  Bounce: { matching: 'bounce', detailType: 'Email Bounced' },
  Complaint: { matching: 'complaint', detailType: 'Email Complaint Received' },
} as const;
type Kind = keyof typeof kinds;

/** SES's mailbox simulator, by local part; labels after a plus sign are ignored as it ignores them. */
function fateOf(address: string): 'bounce' | 'complaint' | 'delivery' {
  const [local = '', domain = ''] = (addressesIn(address)[0] ?? address).toLowerCase().split('@');
  const mailbox = local.split('+')[0];
  if (domain !== 'simulator.amazonses.com') return 'delivery';
  if (mailbox === 'bounce' || mailbox === 'suppressionlist') return 'bounce';
  return mailbox === 'complaint' ? 'complaint' : 'delivery';
}

/** The `mail` object of each event (SES developer guide, "Examples of event data that Amazon SES publishes"). */
function mailOf(sent: Sent) {
  const mail = splitMail(sent.raw);
  const common = (name: string) => listOf(headerOf(mail, name));
  const subject = headerOf(mail, 'subject');
  return {
    timestamp: sent.at.toISOString(),
    source: sent.source,
    sourceArn: `arn:aws:ses:${sent.region}:${sent.account}:identity/${sent.source.split('@')[1] ?? ''}`,
    sendingAccountId: sent.account,
    messageId: sent.messageId,
    destination: sent.destinations,
    headersTruncated: false,
    headers: mail.headers.map(({ name, value }) => ({ name, value })),
    commonHeaders: {
      from: common('from'),
      to: common('to'),
      date: headerOf(mail, 'date'),
      messageId: sent.messageId,
      ...(subject !== undefined && { subject }),
    },
    tags: {
      ...(sent.configurationSet && { 'ses:configuration-set': [sent.configurationSet] }),
      'ses:source-ip': ['127.0.0.1'],
      'ses:from-domain': [(addressesIn(sent.source)[0] ?? '').split('@')[1] ?? ''],
      ...sent.tags,
    },
  };
}

function bounceOf(recipients: string[], sent: Sent) {
  return {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    })),
    timestamp: sent.at.toISOString(),
    feedbackId: `${randomUUID()}-000000`,
    reportingMTA: `dns; ${sent.region}.amazonses.com`,
  };
}

const complaintOf = (recipients: string[], sent: Sent) => ({
  complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
  timestamp: sent.at.toISOString(),
  feedbackId: `${randomUUID()}-000000`,
  userAgent: 'Amazon SES Mailbox Simulator',
  complaintFeedbackType: 'abuse',
  arrivalDate: sent.at.toISOString(),
});

const deliveryOf = (recipients: string[], sent: Sent) => ({
  timestamp: sent.at.toISOString(),
  processingTimeMillis: 1,
  recipients,
  smtpResponse: '250 2.0.0 OK',
  reportingMTA: `${sent.region}.amazonses.com`,
});

/** What becomes of a mail: it is sent; then each recipient gets it, bounces, or gets it and complains. */
export function eventsOf(sent: Sent): SesEvent[] {
  const mail = mailOf(sent);
  const make = (eventType: Kind, name: string, part: object): SesEvent => ({
    type: kinds[eventType].matching,
    detailType: kinds[eventType].detailType,
    detail: { eventType, mail, [name]: part },
  });
  const fate = (...fates: string[]) => sent.destinations.filter((address) => fates.includes(fateOf(address)));
  const bounced = fate('bounce');
  const complained = fate('complaint');
  const delivered = fate('delivery', 'complaint');
  return [
    make('Send', 'send', {}),
    ...(delivered.length > 0 ? [make('Delivery', 'delivery', deliveryOf(delivered, sent))] : []),
    ...(bounced.length > 0 ? [make('Bounce', 'bounce', bounceOf(bounced, sent))] : []),
    ...(complained.length > 0 ? [make('Complaint', 'complaint', complaintOf(complained, sent))] : []),
  ];
}

type Destination = { Enabled?: boolean; EventBridgeDestination?: object; MatchingEventTypes?: string[] };

/** Publishes to the default bus what a configuration set's event destinations name; SES knows no other bus. */
export function publisherOf(assembly: Assembly, bus: Bus) {
  const wanted = new Map<string, Set<string>>();
  for (const { properties } of assembly.ofType('AWS::SES::ConfigurationSetEventDestination')) {
    const destination = properties.EventDestination as Destination;
    if (!destination.EventBridgeDestination || destination.Enabled === false) continue;
    const set = String(properties.ConfigurationSetName);
    const types = (destination.MatchingEventTypes ?? []).map((type) => type.toLowerCase());
    wanted.set(set, new Set([...(wanted.get(set) ?? []), ...types]));
  }
  return (configurationSet: string | undefined, event: SesEvent): void => {
    if (!wanted.get(configurationSet ?? '')?.has(event.type)) return;
    bus.publish('default', { source: 'aws.ses', 'detail-type': event.detailType, detail: event.detail });
  };
}
