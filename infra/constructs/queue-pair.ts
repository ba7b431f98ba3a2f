import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export type QueuePair = { queue: Queue; deadLetters: Queue };

/** AWS's advice: a message stays hidden for six times the function's timeout, so that a retry by Lambda is never a second delivery. */
const visibilityFor = (timeoutS: number) => Duration.seconds(6 * timeoutS);

/** A queue of last resort: encrypted, TLS only, and kept for the longest time that SQS allows, 14 days. */
export function deadLetterQueue(scope: Construct, name: string): Queue {
  const deadLetters = new Queue(scope, `${name}-dead-letters`, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  Validations.of(deadLetters).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason:
      'This is a dead-letter queue: of a stream, a schedule or a queue. What fails here has nowhere further to go.',
  });
  return deadLetters;
}

/** A queue for a function that may run `timeoutS`, and where its messages go after `receives` failed attempts. */
export function queuePair(scope: Construct, name: string, timeoutS: number, receives = 5): QueuePair {
  const deadLetters = deadLetterQueue(scope, name);
  const queue = new Queue(scope, name, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(4),
    visibilityTimeout: visibilityFor(timeoutS),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: receives },
  });
  return { queue, deadLetters };
}
