import { dueShards } from '../shared/core/due.ts';

/**
 * What a deployment costs a month while nobody uses it, from its templates. List prices of us-east-1 in US dollars as of November
 * 2026, to be checked against aws.amazon.com/{cloudwatch,sqs,lambda,dynamodb,s3,waf}/pricing; docs/cost.md explains each line.
 */
type Properties = Record<string, unknown>;
type Resource = { Type: string; Properties?: Properties };
type Line = { what: string; count: number; dollars: number };

const MINUTES = 43_800; // of a month of 730 hours
const PRICE = {
  alarmMetric: 0.1,
  compositeAlarm: 0.5,
  dashboard: 3,
  kmsKey: 1,
  secret: 0.4,
  firewall: 5,
  firewallRule: 1,
  millionQueueRequests: 0.4,
  millionRuns: 0.2,
  gigabyteSecond: 0.000_013_333_4, // arm64
  millionReadUnits: 0.125,
};
/** What every account has for nothing, for as long as it lives. */
const FREE = { alarmMetrics: 10, dashboards: 3, queueRequests: 1_000_000 };
/** Lambda's five pollers of an idle queue ask once in 20 s each (long polling). */
const POLLS = 5 * 3 * MINUTES;
/** A sweep that finds nothing: 1 GB for a tenth of a second, one read unit for each shard. */
const SWEEP = { gigabyteSeconds: 0.1, readUnits: dueShards };

/** Metrics that an alarm looks at: those of its expression, or its one. */
function metricsOf({ Metrics }: Properties): number {
  const parts = Array.isArray(Metrics) ? (Metrics as { MetricStat?: unknown }[]) : [{ MetricStat: 1 }];
  return parts.filter(({ MetricStat }) => MetricStat !== undefined).length;
}

/** How often a schedule runs in a month; what is not by the minute counts as once a day. */
function runsOf({ ScheduleExpression }: Properties): number {
  const minutes = /^rate\((\d+) minutes?\)$/.exec(String(ScheduleExpression))?.[1];
  return minutes === undefined ? 31 : MINUTES / Number(minutes);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const beyond = (count: number, free: number) => Math.max(0, count - free);

/** Itemises the idle bill. `free: false` leaves out what AWS gives every account for nothing. */
export function idleBill(resources: readonly Resource[], { free = true } = {}): Line[] {
  const of = (type: string) =>
    resources.filter(({ Type }) => Type === type).map((resource) => resource.Properties ?? {});
  const line = (what: string, count: number, gratis: number, price: number): Line => ({
    what,
    count,
    dollars: beyond(count, free ? gratis : 0) * price,
  });
  const isQueue = (arn: unknown) => !JSON.stringify(arn).includes('StreamArn');
  const queues = of('AWS::Lambda::EventSourceMapping').filter(({ EventSourceArn }) =>
    isQueue(EventSourceArn),
  );
  const firewalls = of('AWS::WAFv2::WebACL');
  const firewallRules = sum(firewalls.map(({ Rules }) => (Array.isArray(Rules) ? Rules.length : 0)));
  const runs = sum(of('AWS::Scheduler::Schedule').map(runsOf));
  const run = PRICE.millionRuns / 1e6 + SWEEP.gigabyteSeconds * PRICE.gigabyteSecond;
  return [
    line(
      'alarm metrics',
      sum(of('AWS::CloudWatch::Alarm').map(metricsOf)),
      FREE.alarmMetrics,
      PRICE.alarmMetric,
    ),
    line('composite alarms', of('AWS::CloudWatch::CompositeAlarm').length, 0, PRICE.compositeAlarm),
    line('dashboards', of('AWS::CloudWatch::Dashboard').length, FREE.dashboards, PRICE.dashboard),
    line('customer keys', of('AWS::KMS::Key').length, 0, PRICE.kmsKey),
    {
      what: 'firewall and its rules',
      count: firewalls.length + firewallRules,
      dollars: firewalls.length * PRICE.firewall + firewallRules * PRICE.firewallRule,
    },
    line('Secrets Manager secrets', of('AWS::SecretsManager::Secret').length, 0, PRICE.secret),
    line('polls of idle queues', queues.length * POLLS, FREE.queueRequests, PRICE.millionQueueRequests / 1e6),
    line('scheduled runs', runs, 0, run),
    line('reads of scheduled runs', runs * SWEEP.readUnits, 0, PRICE.millionReadUnits / 1e6),
  ];
}

export const totalOf = (lines: readonly Line[]) => sum(lines.map(({ dollars }) => dollars));
