import { CfnOutput, Stack } from 'aws-cdk-lib';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  ReceiptRuleSet,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { mailReceives } from '../../shared/mail/intake.ts';
import { type Config, nameOf, placeOf, senderDomainOf } from '../config.ts';
import { queuePair } from '../constructs/queue-pair.ts';

type Settings = { config: Config; mailBucket: Bucket; mailTimeoutS: number };

const told = [
  EmailSendingEvent.SEND,
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.DELIVERY_DELAY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
];
// Asking for these is what makes SES put a pixel into each mail and lead its links over a server of its own.
const tracked = [EmailSendingEvent.OPEN, EmailSendingEvent.CLICK];

/** The DNS records that the domain's owner is to add, as outputs; `GET /v1/mail/sending-domain` tells which are there. */
function tellRecords(scope: Construct, config: Config, identity: EmailIdentity): void {
  const { mailFromDomain, mailDomain } = config;
  const region = Stack.of(scope).region;
  const domain = senderDomainOf(config);
  const records = [
    ...identity.dkimRecords.map(({ name, value }, n) => ({
      id: `dkim-${n + 1}`,
      type: 'CNAME',
      name,
      value,
    })),
    ...(mailFromDomain
      ? [
          {
            id: 'bounces',
            type: 'MX',
            name: mailFromDomain,
            value: `10 feedback-smtp.${region}.amazonses.com`,
          },
          { id: 'spf', type: 'TXT', name: mailFromDomain, value: 'v=spf1 include:amazonses.com ~all' },
        ]
      : []),
    {
      id: 'dmarc',
      type: 'TXT',
      name: `_dmarc.${domain}`,
      value: `v=DMARC1; p=none; rua=mailto:dmarc@${domain}`,
    },
    { id: 'mail-in', type: 'MX', name: mailDomain, value: `10 inbound-smtp.${region}.amazonaws.com` },
  ];
  for (const { id, type, name, value } of records)
    new CfnOutput(scope, `dns-${id}`, {
      value: `${name} ${type} ${value}`,
      description: 'A DNS record to add',
    });
}

/** A way out by SES whose events reach the default bus: SES takes no other. */
function wayOut(scope: Construct, id: string, name: string, events: EmailSendingEvent[], bus: IEventBus) {
  const configurationSet = new ConfigurationSet(scope, id, {
    configurationSetName: name,
    reputationMetrics: true,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  configurationSet.addEventDestination('to-default-bus', {
    events,
    destination: EventDestination.eventBus(bus),
  });
  return configurationSet;
}

function sending(scope: Construct, config: Config) {
  const bus = EventBus.fromEventBusName(scope, 'default-bus', 'default');
  const configurationSet = wayOut(scope, 'sending', nameOf(config, 'mail'), told, bus);
  const trackingSet = wayOut(scope, 'tracking', nameOf(config, 'mail-tracked'), [...told, ...tracked], bus);
  const identity = new EmailIdentity(scope, 'identity', {
    identity: Identity.domain(senderDomainOf(config)),
    configurationSet,
    ...(config.mailFromDomain && { mailFromDomain: config.mailFromDomain }),
  });
  tellRecords(scope, config, identity);
  return { configurationSet, trackingSet, identity };
}

function receiving(scope: Construct, { config, mailBucket, mailTimeoutS }: Settings) {
  const topic = new Topic(scope, 'mail-in', { enforceSSL: true });
  topic.grantPublish(
    new ServicePrincipal('ses.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  const mail = queuePair(scope, 'mail', mailTimeoutS, mailReceives);
  topic.addSubscription(new SqsSubscription(mail.queue));
  const ruleSet = new ReceiptRuleSet(scope, 'receiving', { receiptRuleSetName: nameOf(config, 'receiving') });
  const rule = ruleSet.addRule('domain', {
    recipients: [config.mailDomain],
    scanEnabled: true,
    actions: [new S3({ bucket: mailBucket, objectKeyPrefix: 'raw/', topic })],
  });
  rule.node.addDependency(topic); // with its policy: SES publishes a trial when the rule is made, and refuses the rule where it may not
  return { mail };
}

/** Mail out (a verified sender whose every event reaches the default bus) and mail in (a whole domain → bucket, topic, queue). */
export function mailStack(scope: Construct, id: string, settings: Settings) {
  const stack = new Stack(scope, id, {
    ...placeOf(settings.config),
    description: 'Rapport: mail in and mail out',
  });
  return { stack, ...sending(stack, settings.config), ...receiving(stack, settings) };
}
