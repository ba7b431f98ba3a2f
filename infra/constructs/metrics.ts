import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

const period = Duration.minutes(5);

/** Puts metrics together by one math function; each of them is charged as one alarm metric. */
const together = (call: 'MAX' | 'SUM', label: string, parts: readonly Metric[]) =>
  new MathExpression({
    expression: `${call}([${parts.map((_, i) => `m${i}`).join(', ')}])`,
    usingMetrics: Object.fromEntries(parts.map((metric, i) => [`m${i}`, metric])),
    label,
    period,
  });

/** Messages that wait in any of these queues (at most ten). */
export const waiting = (queues: readonly Queue[]): IMetric =>
  together(
    'SUM',
    'Dead letters',
    queues.map((queue) =>
      queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM }),
    ),
  );

/** Of all functions in the account and region: the one Lambda metric that costs the same for five functions and for fifty. */
export const functionErrors = () =>
  new Metric({ namespace: 'AWS/Lambda', metricName: 'Errors', statistic: Stats.SUM, period });
export const functionThrottles = () =>
  new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: Stats.SUM, period });
export const functionDurationMs = () =>
  new Metric({ namespace: 'AWS/Lambda', metricName: 'Duration', statistic: Stats.percentile(95), period });
export const functionRuns = () =>
  new Metric({ namespace: 'AWS/Lambda', metricName: 'Invocations', statistic: Stats.SUM, period });

/** How old the last stream record was when a function got it, the slowest of them, in milliseconds. */
export const streamAgeMs = (functionNames: readonly string[]): IMetric =>
  together(
    'MAX',
    'Age of the stream',
    functionNames.map(
      (FunctionName) =>
        new Metric({
          namespace: 'AWS/Lambda',
          metricName: 'IteratorAge',
          dimensionsMap: { FunctionName },
          statistic: Stats.MAXIMUM,
          period,
        }),
    ),
  );

/** What the functions of a capability count themselves (`shared/platform/metrics.ts`). */
const counted = (service: string, metricName: string) =>
  new Metric({ namespace: 'Rapport', metricName, dimensionsMap: { service }, statistic: Stats.SUM, period });

/** Mails that are left to a person. */
export const mailsLeftOver = (): IMetric =>
  together('SUM', 'Mails left to a person', [
    counted('mail', 'MailIntakeFailed'),
    counted('mail', 'MailDoubtful'),
    counted('due', 'MailDoubtful'),
  ]);

/** Attempts to send that the account's quota of the day stood in the way of. */
export const mailsOverQuota = (): IMetric => counted('mail', 'MailQuotaReached');

export const oldestS = (queue: Queue) =>
  queue.metricApproximateAgeOfOldestMessage({ period, statistic: Stats.MAXIMUM });

export const apiErrors = (api: HttpApi) => api.metricServerError({ period, statistic: Stats.SUM });
export const apiRequests = (api: HttpApi) => api.metricCount({ period, statistic: Stats.SUM });
export const apiLatencyMs = (api: HttpApi) => api.metricLatency({ period, statistic: Stats.percentile(95) });
