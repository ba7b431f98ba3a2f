import type { Queued } from '../projections/queued.ts';
import { env } from './env.ts';

/** Asks the projector for looks: at these records, or at all that a partition's entries name. At least once. */
export async function queueLooks(messages: Queued[]): Promise<void> {
  const { SendMessageBatchCommand, SQSClient } = await import('@aws-sdk/client-sqs');
  const sqs = new SQSClient({});
  for (let at = 0; at < messages.length; at += 10) {
    const Entries = messages.slice(at, at + 10).map((message, i) => ({
      Id: String(i),
      MessageBody: JSON.stringify(message),
    }));
    const { Failed = [] } = await sqs.send(
      new SendMessageBatchCommand({ QueueUrl: env('KEYS_QUEUE_URL'), Entries }),
    );
    if (Failed.length > 0) throw new Error(`${Failed.length} messages were not queued: ${Failed[0]?.Code}`);
  }
}
