import type { Resource } from '../assembly.ts';
import { type Answer, type Handler, json, type Request } from '../http.ts';
import { type Message, md5, type QueueSettings, type Queues } from './queues.ts';

type Input = Record<string, unknown>;
type Entry = { Id: string } & Input;
class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const seconds = (value: unknown, fallback: number): number => Number(value ?? fallback) * 1000;
const queueIn = (arnOrUrl: unknown): string => String(arnOrUrl).split(/[:/]/).at(-1) ?? '';
const maxMessageBytes = 1024 * 1024;

/** What the template says of a queue (`AWS::SQS::Queue`). FIFO queues are not run. */
export function queueSettings({ id, arn, properties }: Resource): QueueSettings {
  if (properties.FifoQueue) throw new Error(`${id}: FIFO queues do not run here`);
  const redrive = properties.RedrivePolicy as
    | { deadLetterTargetArn: string; maxReceiveCount: number }
    | undefined;
  return {
    name: id,
    arn,
    visibilityMs: seconds(properties.VisibilityTimeout, 30),
    delayMs: seconds(properties.DelaySeconds, 0),
    retentionMs: seconds(properties.MessageRetentionPeriod, 345_600),
    ...(redrive && {
      deadLetters: {
        queue: queueIn(redrive.deadLetterTargetArn),
        maxReceives: Number(redrive.maxReceiveCount),
      },
    }),
  };
}

function sendOne(queues: Queues, queue: string, input: Input) {
  const body = String(input.MessageBody ?? '');
  if (body === '')
    throw new Refused('MissingParameter', 'The request must contain the parameter MessageBody.');
  if (Buffer.byteLength(body) > maxMessageBytes)
    throw new Refused('InvalidParameterValue', `Message must be shorter than ${maxMessageBytes} bytes.`);
  const delay = input.DelaySeconds === undefined ? undefined : seconds(input.DelaySeconds, 0);
  const attributes = (input.MessageAttributes ?? {}) as Record<string, unknown>;
  return { MessageId: queues.send(queue, body, attributes, delay), MD5OfMessageBody: md5(body) };
}

/** One entry at a time, each with its own outcome, as the batch operations answer. */
function batch(input: Input, run: (entry: Entry) => object) {
  const Successful: object[] = [];
  const Failed: object[] = [];
  const entries = (input.Entries ?? []) as Entry[];
  if (entries.length === 0 || entries.length > 10)
    throw new Refused('TooManyEntriesInBatchRequest', 'A batch holds 1 to 10 entries.');
  for (const entry of entries)
    try {
      Successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      Failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  return { Successful, Failed };
}

export const systemAttributes = (message: Message): Record<string, string> => ({
  ApproximateReceiveCount: String(message.receives),
  SentTimestamp: String(message.sentAt),
  SenderId: 'AROALOCAL:local',
  ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
});

async function receive(queues: Queues, queue: string, input: Input) {
  const until = Date.now() + seconds(input.WaitTimeSeconds, 0);
  const visibility = input.VisibilityTimeout === undefined ? undefined : seconds(input.VisibilityTimeout, 0);
  const most = Number(input.MaxNumberOfMessages ?? 1);
  let messages = queues.receive(queue, most, visibility);
  while (messages.length === 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    messages = queues.receive(queue, most, visibility);
  }
  return {
    Messages: messages.map((message) => ({
      MessageId: message.messageId,
      ReceiptHandle: message.receipt,
      Body: message.body,
      MD5OfBody: md5(message.body),
      Attributes: systemAttributes(message),
      MessageAttributes: message.attributes,
    })),
  };
}

function hide(queues: Queues, input: Input): object {
  if (!queues.hide(String(input.ReceiptHandle), seconds(input.VisibilityTimeout, 0)))
    throw new Refused('ReceiptHandleIsInvalid', 'The input receipt handle is not a valid receipt handle.');
  return {};
}

function attributesOf(queues: Queues, queue: string) {
  const { visible, delayed, inFlight } = queues.counts(queue);
  return {
    Attributes: {
      QueueArn: queues.settings(queue)?.arn,
      ApproximateNumberOfMessages: String(visible),
      ApproximateNumberOfMessagesDelayed: String(delayed),
      ApproximateNumberOfMessagesNotVisible: String(inFlight),
    },
  };
}

const remove = (queues: Queues, input: Input): object => {
  queues.remove(String(input.ReceiptHandle));
  return {};
};

type Operation = (queues: Queues, queue: string, input: Input) => object | Promise<object>;
const operations: Record<string, Operation> = {
  SendMessage: sendOne,
  SendMessageBatch: (queues, queue, input) => batch(input, (entry) => sendOne(queues, queue, entry)),
  ReceiveMessage: receive,
  DeleteMessage: (queues, _queue, input) => remove(queues, input),
  DeleteMessageBatch: (queues, _queue, input) => batch(input, (entry) => remove(queues, entry)),
  ChangeMessageVisibility: (queues, _queue, input) => hide(queues, input),
  ChangeMessageVisibilityBatch: (queues, _queue, input) => batch(input, (entry) => hide(queues, entry)),
  GetQueueAttributes: attributesOf,
};

const refuse = (code: string, message: string): Answer =>
  json(400, { __type: `com.amazonaws.sqs#${code}`, message }, { 'x-amzn-query-error': `${code};Sender` });

async function answerTo(queues: Queues, operation: Operation, input: Input): Promise<Answer> {
  const queue = queueIn(input.QueueUrl ?? input.QueueName);
  if (!queues.settings(queue)) return refuse('QueueDoesNotExist', 'The specified queue does not exist.');
  try {
    return json(200, await operation(queues, queue, input));
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code, error.message);
    throw error;
  }
}

/** The SQS API (AWS JSON 1.0) for what the functions call; the queues' URLs begin with `url`. */
export function sqsHandler(queues: Queues, url: string): Handler {
  const known: Record<string, Operation> = {
    ...operations,
    GetQueueUrl: (_queues, queue) => ({ QueueUrl: `${url}/${queue}` }),
  };
  return async ({ headers, body }: Request): Promise<Answer> => {
    const name = (headers['x-amz-target'] ?? '').replace('AmazonSQS.', '');
    const operation = known[name];
    if (!operation) return refuse('UnsupportedOperation', `The local cloud does not run SQS ${name}`);
    return await answerTo(queues, operation, JSON.parse(body.toString() || '{}') as Input);
  };
}
