import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
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
const mostSecondsBetween = 900;
/** The same, after twice the time whenever the message has come in vain, a quarter of an hour at most. */
export class RetryDoubling extends RetryLater {}

function secondsUntil(error: RetryLater, { attributes }: SQSRecord): number {
  const before = Number(attributes?.ApproximateReceiveCount ?? 1) - 1;
  return error instanceof RetryDoubling
    ? Math.min(error.seconds * 2 ** before, mostSecondsBetween)
    : error.seconds;
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

async function noted(record: SQSRecord, error: unknown): Promise<void> {
  const { messageId } = record;
  if (!(error instanceof RetryLater)) return logger.error('message failed', { messageId, error });
  const seconds = secondsUntil(error, record);
  logger.warn('message postponed', { messageId, seconds, reason: error.message });
  await postpone(record, seconds).catch((reason: unknown) =>
    logger.warn('not postponed', { messageId, reason }),
  );
}

/** An SQS handler that fails single messages, never the whole batch. Messages arrive at least once. */
export function queueConsumer(run: (body: unknown, record: SQSRecord) => Promise<void>) {
  const handle = async (record: SQSRecord) => {
    try {
      await run(JSON.parse(record.body), record);
    } catch (error) {
      await noted(record, error);
      throw error;
    }
  };
  return (event: SQSEvent): Promise<SQSBatchResponse> =>
    processPartialResponse(event, handle, new BatchProcessor(EventType.SQS), {
      throwOnFullBatchFailure: false,
    });
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
