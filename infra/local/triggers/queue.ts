import type { Resource } from '../assembly.ts';
import type { Functions } from '../runtime/functions.ts';
import { type Message, md5, type Queues } from '../services/queues.ts';
import { systemAttributes } from '../services/sqs.ts';
import { matchesAny } from './pattern.ts';

export type Consumer = { queue: string; end(): Promise<void> };
type Settings = {
  queue: string;
  batchSize: number;
  windowMs: number;
  concurrency: number;
  /** Gives the messages that failed; throwing means all of them. */
  handle(messages: Message[]): Promise<Message[]>;
};

/**
 * When a message that failed is tried again. In AWS it stays hidden for the rest of its visibility timeout, often minutes; here it
 * comes back after 1, 2, 4, … seconds, and never later than in AWS. A function that sets the visibility itself is obeyed.
 */
export const retryDelayMs = (receives: number): number => 1000 * 2 ** Math.min(receives - 1, 8);

/** Receives until the batch is full or, once there is something, its window is over. */
async function gather(queues: Queues, { queue, batchSize, windowMs }: Settings): Promise<Message[]> {
  const messages = queues.receive(queue, batchSize);
  const until = Date.now() + windowMs;
  while (messages.length > 0 && messages.length < batchSize && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    messages.push(...queues.receive(queue, batchSize - messages.length));
  }
  return messages;
}

async function work(queues: Queues, settings: Settings): Promise<void> {
  const messages = await gather(queues, settings);
  if (messages.length === 0) return;
  const failed = await settings.handle(messages).catch(() => messages);
  for (const message of messages)
    if (failed.includes(message)) queues.retryAt(message, Date.now() + retryDelayMs(message.receives));
    else queues.remove(message.receipt);
}

/** Reads a queue and hands its messages on in batches, `concurrency` at a time, until it is ended. */
export function consume(queues: Queues, settings: Settings): Consumer {
  const { queue, concurrency } = settings;
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let ended = false;

  const begin = (): void => {
    const task: Promise<void> = work(queues, settings).finally(() => {
      running.delete(task);
      look();
    });
    running.add(task);
  };
  const look = (): void => {
    clearTimeout(timer);
    const next = ended || running.size >= concurrency ? undefined : queues.nextIn(queue);
    if (next === undefined) return;
    if (next > 0) {
      timer = setTimeout(look, Math.min(next, 2 ** 31 - 1));
      return;
    }
    begin();
    look();
  };

  queues.onSend(queue, () => setImmediate(look));
  look();
  const end = async () => {
    ended = true;
    clearTimeout(timer);
    await Promise.allSettled(running);
  };
  return { queue, end };
}

function recordOf(message: Message, arn: string, region: string) {
  const attributes = Object.entries(message.attributes as Record<string, Record<string, unknown>>).map(
    ([name, { StringValue, BinaryValue, DataType }]) => [
      name,
      { stringValue: StringValue, binaryValue: BinaryValue, dataType: DataType },
    ],
  );
  return {
    messageId: message.messageId,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(attributes),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: arn,
    awsRegion: region,
  };
}

type PartialAnswer = { batchItemFailures?: { itemIdentifier?: string }[] } | null;

/** Which messages the function says have failed. An identifier that it was not given fails the whole batch, as in AWS. */
export function failedOf(messages: Message[], payload: string): Message[] {
  const answer = JSON.parse(payload) as PartialAnswer;
  const named = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  if (named.some((id) => !messages.some(({ messageId }) => messageId === id))) return messages;
  return messages.filter(({ messageId }) => named.includes(messageId));
}

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
};

/** An `AWS::Lambda::EventSourceMapping` of a queue. */
export function queueMapping(
  mapping: Resource,
  queue: string,
  place: { queues: Queues; functions: Functions; functionArn: string; region: string; workers: number },
): Consumer {
  const { queues, functions, functionArn, region, workers } = place;
  const { properties } = mapping;
  const arn = queues.settings(queue)?.arn ?? '';
  const filters = (properties.FilterCriteria?.Filters ?? []) as { Pattern: string }[];
  const patterns = filters.map(({ Pattern }) => JSON.parse(Pattern) as object);
  const partial = (properties.FunctionResponseTypes ?? []).includes('ReportBatchItemFailures');
  const handle = async (messages: Message[]): Promise<Message[]> => {
    const records = messages.map((message) => recordOf(message, arn, region));
    const passed = records.filter((record) => matchesAny(patterns, { ...record, body: parsed(record.body) }));
    if (passed.length === 0) return [];
    const outcome = await functions.invoke(functionArn, { Records: passed });
    if (!outcome.ok) return messages;
    return partial ? failedOf(messages, outcome.payload) : [];
  };
  return consume(queues, {
    queue,
    batchSize: Number(properties.BatchSize ?? 10),
    windowMs: Number(properties.MaximumBatchingWindowInSeconds ?? 0) * 1000,
    concurrency: Math.min(workers, Number(properties.ScalingConfig?.MaximumConcurrency ?? workers)),
    handle,
  });
}
