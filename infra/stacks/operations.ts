import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Alarm, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { type Config, nameOf, placeOf } from '../config.ts';
import { dashboard } from '../constructs/dashboard.ts';
import * as metrics from '../constructs/metrics.ts';
import { monthlyRecount } from '../constructs/monthly-recount.ts';

type Watched = {
  config: Config;
  table: TableV2;
  /** The folder of the command `npm run recount`. */
  recountBundle: string;
  api: HttpApi;
  mailQueue: Queue;
  deadLetters: readonly Queue[];
  /** Names of the functions that read the table's stream. */
  streamReaders: readonly string[];
};
type Rule = { id: string; metric: IMetric; atLeast: number; says: string };

/** A metric-math alarm takes ten metrics. */
const TEN = 10;

function rules({ config, api, mailQueue, deadLetters, streamReaders }: Watched): Rule[] {
  const tens = Array.from({ length: Math.ceil(deadLetters.length / TEN) }, (_, i) =>
    deadLetters.slice(i * TEN, (i + 1) * TEN),
  );
  return [
    ...tens.map((queues, i) => ({
      id: `dead-letters-${i + 1}`,
      metric: metrics.waiting(queues),
      atLeast: 1,
      says: 'A message could not be processed and waits for a person.',
    })),
    { id: 'function-errors', metric: metrics.functionErrors(), atLeast: 3, says: 'Functions fail.' },
    {
      id: 'function-throttles',
      metric: metrics.functionThrottles(),
      atLeast: 1,
      says: 'Lambda refuses runs.',
    },
    {
      id: 'stream-age',
      metric: metrics.streamAgeMs(streamReaders.map((name) => nameOf(config, name))),
      atLeast: 10 * 60_000,
      says: 'Projections or events are more than ten minutes behind the table.',
    },
    {
      id: 'mail-intake',
      metric: metrics.oldestS(mailQueue),
      atLeast: 15 * 60,
      says: 'Received mail is not read.',
    },
    {
      id: 'mail-left-over',
      metric: metrics.mailsLeftOver(),
      atLeast: 1,
      says: 'A received mail could not be logged, or it is not known whether a mail was sent.',
    },
    {
      id: 'mail-quota',
      metric: metrics.mailsOverQuota(),
      atLeast: 1,
      says: 'Mails wait because SES takes no more from the account in these 24 hours.',
    },
    { id: 'api-errors', metric: metrics.apiErrors(api), atLeast: 5, says: 'The API answers with 5xx.' },
  ];
}

function alarmTopic(stack: Stack, config: Config): Topic {
  const topic = new Topic(stack, 'alarms', { enforceSSL: true });
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  if (config.alarmMail) topic.addSubscription(new EmailSubscription(config.alarmMail));
  new CfnOutput(stack, 'alarm-topic', {
    value: topic.topicArn,
    description: 'Subscribe here to be told of alarms',
  });
  return topic;
}

/** What tells a person that something is wrong: alarms and what the monthly recount finds to one topic, a dashboard. What to do at each: docs/operations.md. */
export function operationsStack(scope: Construct, id: string, watched: Watched) {
  const { config } = watched;
  const stack = new Stack(scope, id, {
    ...placeOf(config),
    description: 'Rapport: alarms, the dashboard and the monthly recount',
  });
  const topic = alarmTopic(stack, config);
  const action = new SnsAction(topic);
  const alarms = rules(watched).map(({ id: rule, metric, atLeast, says }) => {
    const alarm = new Alarm(stack, rule, {
      alarmName: nameOf(config, rule),
      alarmDescription: `${says} See docs/operations.md#${rule.replace(/-\d+$/, '')}`,
      metric,
      threshold: atLeast,
      evaluationPeriods: 1,
      // `>= threshold` and silence is health: an idle deployment sends no metric at all.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  });
  dashboard(stack, watched, alarms);
  monthlyRecount(stack, { ...watched, topic });
  return { stack };
}
