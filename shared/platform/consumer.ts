import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { EventContract } from '../core/event.ts';
import { logger } from './logger.ts';

const mostSecondsHidden = 43_200; // SQS: 12 hours

/** Thrown by a consumer to have its message again after a time rather than after the queue's visibility timeout. */
export class RetryLater extends Error {
  readonly seconds: number;
  constructor(seconds: number, why: string) {
    super(why);
    this.seconds = seconds;
  }
}

async function postpone({ receiptHandle, eventSourceARN }: SQSRecord, seconds: number): Promise<void> {
  const { ChangeMessageVisibilityCommand, GetQueueUrlCommand, SQSClient } = await import(
    '@aws-sdk/client-sqs'
  );
  const sqs = new SQSClient({});
  const [, , , , account, name] = eventSourceARN.split(':');
  const { QueueUrl } = await sqs.send(
    new GetQueueUrlCommand({ QueueName: name, QueueOwnerAWSAccountId: account }),
  );
  const VisibilityTimeout = Math.min(Math.max(Math.ceil(seconds), 0), mostSecondsHidden);
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout }),
  );
}

async function failed(record: SQSRecord, error: unknown) {
  const { messageId } = record;
  if (error instanceof RetryLater) {
    logger.warn('message postponed', { messageId, seconds: error.seconds, reason: error.message });
    await postpone(record, error.seconds).catch((reason: unknown) =>
      logger.warn('not postponed', { messageId, reason }),
    );
  } else logger.error('message failed', { messageId, error });
  return { itemIdentifier: messageId };
}

/** An SQS handler that fails single messages, never the whole batch. Messages arrive at least once. */
export function queueConsumer(run: (body: unknown, record: SQSRecord) => Promise<void>) {
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const outcomes = await Promise.all(
      Records.map(async (record) => {
        try {
          await run(JSON.parse(record.body), record);
          return [];
        } catch (error) {
          return [await failed(record, error)];
        }
      }),
    );
    return { batchItemFailures: outcomes.flat() };
  };
}

export type Delivered<D> = { id: string; type: string; workspaceId: string; at: string; data: D };

/** A consumer of events of the bus; EventBridge has put them into the function's queue as a rule's target. */
export const consumer = <D>(contracts: EventContract<D>[], run: (event: Delivered<D>) => Promise<void>) => {
  const byType = new Map(contracts.map((contract) => [contract.type, contract]));
  return queueConsumer(async (body) => {
    const { 'detail-type': type = '', detail } = body as { 'detail-type'?: string; detail?: unknown };
    const contract = byType.get(type);
    if (!contract) throw new Error(`No contract for the event ${type}`);
    await run({ type, ...contract.parse(detail) });
  });
};
