import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'Rapport' });

/** What an operator is to know of: a line in CloudWatch's embedded metric format, written only when there is something to count. */
export type Counted =
  | 'DueEntriesFailed'
  | 'MailIntakeFailed'
  | 'MailDoubtful'
  | 'MailQuotaReached'
  | 'UseUnrecorded';
export function count(name: Counted, amount = 1): void {
  if (amount > 0) metrics.singleMetric().addMetric(name, MetricUnit.Count, amount);
}
