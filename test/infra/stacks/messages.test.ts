import { beforeAll, describe, expect, test } from 'vitest';
import { everyKind } from './every-kind.ts';
import { type Found, resources } from './synthesized.ts';

let made: Awaited<ReturnType<typeof resources>>;
let queues: Found[];
let mappings: Found[];
beforeAll(async () => {
  made = await resources(everyKind());
  queues = made.of('AWS::SQS::Queue');
  mappings = made.of('AWS::Lambda::EventSourceMapping');
});

/** The resource that a GetAtt or an ImportValue of an ARN means; exports carry the logical id in their name. */
function meant(arn: Found['Properties'], stack: string, among: Found[]): Found | undefined {
  const local = arn?.['Fn::GetAtt']?.[0];
  if (local) return among.find(({ id, stack: home }) => id === local && home === stack);
  const exported: string = arn?.['Fn::ImportValue'] ?? '';
  return among.find(
    ({ id, stack: home }) => exported.startsWith(`rapport-dev-${home}:`) && exported.includes(id),
  );
}
const isStream = ({ Properties }: Found) => JSON.stringify(Properties.EventSourceArn).includes('StreamArn');

describe('every queue', () => {
  test('is encrypted and refuses whoever does not come by TLS', () => {
    for (const { Properties } of queues) expect(Properties.SqsManagedSseEnabled).toBe(true);
    const policies = made.of('AWS::SQS::QueuePolicy').map(({ Properties }) => JSON.stringify(Properties));
    expect(policies).toHaveLength(queues.length);
    for (const policy of policies) expect(policy).toContain('"Bool":{"aws:SecureTransport":"false"}');
  });

  test('either has a dead-letter queue or is one, and dead letters are kept for 14 days', () => {
    const dead = queues.filter(({ id }) => id.includes('deadletters'));
    for (const { Properties } of dead) expect(Properties.MessageRetentionPeriod).toBe(1_209_600);
    for (const queue of queues.filter((one) => !dead.includes(one))) {
      const { deadLetterTargetArn, maxReceiveCount } = queue.Properties.RedrivePolicy;
      expect(dead).toContain(meant(deadLetterTargetArn, queue.stack, queues));
      expect(maxReceiveCount).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('a function that reads a queue', () => {
  test('fails message by message, and has six times its timeout before a message shows again', () => {
    const readers = mappings.filter((mapping) => !isStream(mapping));
    expect(readers.length).toBeGreaterThanOrEqual(4);
    for (const { stack, Properties } of readers) {
      const lambda = made
        .of('AWS::Lambda::Function')
        .find(({ id, stack: home }) => home === stack && id === Properties.FunctionName.Ref);
      const queue = meant(Properties.EventSourceArn, stack, queues);
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(queue?.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * lambda?.Properties.Timeout);
    }
  });
});

describe('a function that reads the stream', () => {
  test('splits a failing batch, gives up on one record in the end, and names it in a dead-letter queue', () => {
    const readers = mappings.filter(isStream);
    expect(readers).toHaveLength(2); // a shard has two readers at most
    for (const { stack, Properties } of readers) {
      expect(Properties).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: expect.any(Number),
        MaximumRecordAgeInSeconds: expect.any(Number),
      });
      expect(Properties.MaximumRecordAgeInSeconds).toBeLessThan(86_400); // a stream forgets after a day
      expect(meant(Properties.DestinationConfig.OnFailure.Destination, stack, queues)?.id).toContain(
        'deadletters',
      );
      for (const { Pattern } of Properties.FilterCriteria.Filters)
        expect(() => JSON.parse(Pattern)).not.toThrow();
    }
  });
});

describe('every schedule of a function', () => {
  test('gives it the moment that it was due and loses no run in silence', () => {
    const schedules = made.of('AWS::Scheduler::Schedule').filter(({ stack }) => stack === 'background');
    expect(schedules.length).toBeGreaterThan(0);
    const asynchronous = made.of('AWS::Lambda::EventInvokeConfig');
    for (const { stack, Properties } of schedules) {
      expect(JSON.parse(Properties.Target.Input)).toEqual({ time: '<aws.scheduler.scheduled-time>' });
      expect(Properties.ScheduleExpressionTimezone).toBe('UTC');
      const letters = meant(Properties.Target.DeadLetterConfig.Arn, stack, queues);
      expect(letters?.id).toContain('deadletters');
      const [runs] = asynchronous.filter(
        (one) => one.Properties.FunctionName.Ref === Properties.Target.Arn['Fn::GetAtt'][0],
      );
      expect(meant(runs?.Properties.DestinationConfig.OnFailure.Destination, stack, queues)).toBe(letters);
    }
  });
});

describe('every rule', () => {
  test('for functions puts events in a queue, and those that do not get there in its dead-letter queue', () => {
    const rules = made.of('AWS::Events::Rule').filter(({ stack }) => stack !== 'operations');
    expect(rules.length).toBeGreaterThan(1);
    for (const { stack, Properties } of rules)
      for (const { Arn, DeadLetterConfig } of Properties.Targets) {
        const queue = meant(Arn, stack, queues);
        const letters = queue?.Properties.RedrivePolicy.deadLetterTargetArn;
        expect(meant(DeadLetterConfig.Arn, stack, queues)).toBe(meant(letters, stack, queues));
      }
  });

  test('of an AWS service listens on the default bus, where services publish; all others on our own', () => {
    for (const { Properties } of made.of('AWS::Events::Rule'))
      if (Properties.EventPattern.source.some((one: string) => one.startsWith('aws.')))
        expect(Properties.EventBusName).toBeUndefined();
      else expect(Properties.EventBusName).toBeDefined();
  });
});

describe('mail', () => {
  test('that is sent reports what becomes of it to the default bus, and is changed by SES to watch its reader only on the way that tracks', () => {
    const ways = made.of('AWS::SES::ConfigurationSetEventDestination').map(({ Properties }) => {
      const { EventBridgeDestination, MatchingEventTypes, Enabled } = Properties.EventDestination;
      expect(JSON.stringify(EventBridgeDestination.EventBusArn)).toContain('event-bus/default');
      expect(Enabled).toBe(true);
      return MatchingEventTypes.map((type: string) => type.toUpperCase()) as string[];
    });
    for (const told of ways)
      expect(told).toEqual(expect.arrayContaining(['DELIVERY', 'BOUNCE', 'COMPLAINT', 'REJECT']));
    const watching = ways.map((told) => told.filter((type) => ['OPEN', 'CLICK'].includes(type)));
    expect(watching).toEqual([[], ['OPEN', 'CLICK']]);
  });

  test('for any address of the domain is kept in the bucket first and then told to the queue', () => {
    const [rule] = made.of('AWS::SES::ReceiptRule');
    const { Recipients, Enabled, ScanEnabled, Actions } = rule?.Properties.Rule ?? {};
    expect({ Recipients, Enabled, ScanEnabled }).toEqual({
      Recipients: ['in.acme.test'],
      Enabled: true,
      ScanEnabled: true,
    });
    expect(Actions).toEqual([
      { S3Action: expect.objectContaining({ ObjectKeyPrefix: 'raw/', TopicArn: expect.anything() }) },
    ]);
    expect(made.of('AWS::SNS::Subscription').map(({ Properties }) => Properties.Protocol)).toEqual(['sqs']);
  });

  test('has its receipt rule made when SES may publish to the topic, and not before', () => {
    const [rule] = made.of('AWS::SES::ReceiptRule');
    const policies = made.of('AWS::SNS::TopicPolicy').filter(({ stack }) => stack === rule?.stack);
    expect(policies).toHaveLength(1);
    expect(rule?.DependsOn).toEqual(expect.arrayContaining(policies.map(({ id }) => id)));
  });
});
