/**
 * Puts messages on a queue, ten a request; `delayS` (at most 900) hides them so long. At least once; throws where one was not
 * taken, and its caller runs again.
 */
export async function enqueue(QueueUrl: string, messages: object[], delayS = 0): Promise<void> {
  if (messages.length === 0) return;
  const { SendMessageBatchCommand, SQSClient } = await import('@aws-sdk/client-sqs'); // seldom needed: not in the cold start
  const sqs = new SQSClient({});
  for (let at = 0; at < messages.length; at += 10) {
    const Entries = messages.slice(at, at + 10).map((message, i) => ({
      Id: String(i),
      MessageBody: JSON.stringify(message),
      ...(delayS > 0 && { DelaySeconds: delayS }),
    }));
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    if (Failed.length > 0) throw new Error(`${Failed.length} messages were not queued: ${Failed[0]?.Code}`);
  }
}
