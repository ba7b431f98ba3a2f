import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { idleBill, totalOf } from '../../../infra/idle-bill.ts';
import { everyKind } from './every-kind.ts';
import { type Found, resources } from './synthesized.ts';

let made: Awaited<ReturnType<typeof resources>>;
beforeAll(async () => {
  made = await resources(everyKind());
});

describe('the definition stays within bounds', () => {
  test('of 400 resources a stack (CloudFormation takes 500)', () => {
    const counts = Object.groupBy(made.all, ({ stack }) => stack);
    for (const [stack, all = []] of Object.entries(counts))
      expect(all.length, stack).toBeLessThanOrEqual(400);
  });

  test('of 300 routes an API', () => {
    expect(made.of('AWS::ApiGatewayV2::Route').length).toBeLessThanOrEqual(300);
  });

  test('of two dollars and eighty cents a month for what stands there while nobody uses it, and 27 cents more for each queue that is read', () => {
    const bill = idleBill(made.all);
    const polls = bill.filter(({ what }) => what === 'polls of idle queues');
    const standing = bill.filter((line) => !polls.includes(line));
    expect(totalOf(standing), JSON.stringify(standing)).toBeLessThan(2.8);
    const readers = made
      .of('AWS::Lambda::EventSourceMapping')
      .filter(({ Properties }) => !JSON.stringify(Properties.EventSourceArn).includes('StreamArn'));
    expect(totalOf(polls)).toBeLessThanOrEqual(0.27 * readers.length);
  });
});

describe('alarms', () => {
  const watched = (alarm: Found): string => JSON.stringify(alarm.Properties);

  test('watch every dead-letter queue', () => {
    const alarms = made.of('AWS::CloudWatch::Alarm').map(watched).join('\n');
    const letters = made.of('AWS::SQS::Queue').filter(({ id }) => id.includes('deadletters'));
    for (const { id } of letters) expect(alarms).toContain(id);
  });

  test('watch errors, throttles, the age of the stream, the mail intake and the API', () => {
    const alarms = made.of('AWS::CloudWatch::Alarm').map(watched).join('\n');
    for (const metric of ['Errors', 'Throttles', 'IteratorAge', 'ApproximateAgeOfOldestMessage', '5xx'])
      expect(alarms).toContain(`"MetricName":"${metric}"`);
  });

  test('watch what functions count of mails that are left to a person or wait for the quota, under the capabilities that count it', () => {
    const alarm = made
      .of('AWS::CloudWatch::Alarm')
      .map(({ Properties }) => Properties.Metrics ?? [{ MetricStat: { Metric: Properties } }]);
    const counted = alarm
      .flat()
      .map(({ MetricStat }: Found['Properties']) => MetricStat?.Metric)
      .filter((metric: Found['Properties']) => metric?.Namespace === 'Rapport')
      .map(({ MetricName, Dimensions }: Found['Properties']) => `${Dimensions[0].Value} ${MetricName}`);
    const counting = (name: string) =>
      globSync('functions/**/*.ts')
        .filter((file) => readFileSync(file, 'utf8').includes(`count('${name}'`))
        .map((file) => `${file.split(/[\\/]/)[1]} ${name}`);
    const names = ['MailIntakeFailed', 'MailDoubtful', 'MailQuotaReached'];
    const expected = new Set(names.flatMap(counting));
    expect(counted.sort()).toEqual([...expected].sort());
  });

  test('tell the topic when they ring and when they stop, and are silent while nothing runs', () => {
    for (const { Properties } of made.of('AWS::CloudWatch::Alarm')) {
      expect(Properties.AlarmActions).toHaveLength(1);
      expect(Properties.OKActions).toHaveLength(1);
      expect(Properties.TreatMissingData).toBe('notBreaching');
    }
  });
});
