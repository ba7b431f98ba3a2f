import { env } from '../../../shared/platform/env.ts';

/** Puts messages of our own on the queue that SES's notifications come by. At least once. */
export async function queueMail(messages: object[]): Promise<void> {
  if (messages.length === 0) return;
  const { SendMessageBatchCommand, SQSClient } = await import('@aws-sdk/client-sqs');
  const sqs = new SQSClient({});
  for (let at = 0; at < messages.length; at += 10) {
    const Entries = messages.slice(at, at + 10).map((message, i) => ({
      Id: String(i),
      MessageBody: JSON.stringify(message),
    }));
    const { Failed = [] } = await sqs.send(
      new SendMessageBatchCommand({ QueueUrl: env('MAIL_QUEUE_URL'), Entries }),
    );
    if (Failed.length > 0) throw new Error(`${Failed.length} messages were not queued: ${Failed[0]?.Code}`);
  }
}
