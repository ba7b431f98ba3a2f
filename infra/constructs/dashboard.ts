import type { Stack } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { type Config, nameOf } from '../config.ts';
import * as metrics from './metrics.ts';

type Shown = {
  config: Config;
  api: HttpApi;
  mailQueue: Queue;
  deadLetters: readonly Queue[];
  streamReaders: readonly string[];
};

const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
  new GraphWidget({ title, left, right, width: 12, height: 6 });

/** One page: what rings, what people ask of the API, how the functions fare, what waits. An account's first three are free. */
export function dashboard(
  stack: Stack,
  { config, api, mailQueue, deadLetters, streamReaders }: Shown,
  alarms: Alarm[],
) {
  const waitingMessages = deadLetters.map((queue) => queue.metricApproximateNumberOfMessagesVisible());
  const readers = streamReaders.map((name) => nameOf(config, name));
  return new Dashboard(stack, 'dashboard', {
    dashboardName: nameOf(config, 'overview'),
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 3 })],
      [
        graph(
          'API: requests, 5xx | p95 ms',
          [metrics.apiRequests(api), metrics.apiErrors(api)],
          [metrics.apiLatencyMs(api)],
        ),
        graph(
          'Functions: runs, errors, throttles | p95 ms',
          [metrics.functionRuns(), metrics.functionErrors(), metrics.functionThrottles()],
          [metrics.functionDurationMs()],
        ),
      ],
      [
        graph('Dead letters', waitingMessages),
        graph('Behind: stream (ms) | mail (s)', [metrics.streamAgeMs(readers)], [metrics.oldestS(mailQueue)]),
      ],
    ],
  });
}
