import type { Assembly } from '../assembly.ts';
import type { Functions } from '../runtime/functions.ts';
import type { Message, Queues } from '../services/queues.ts';
import { type Consumer, consume } from './queue.ts';

const queueOf = (functionName: string): string => `async:${functionName}`;
const nameIn = (arn: string): string => arn.split(':').at(-1) ?? '';
const day = 86_400_000;

/** Puts an event before a function without waiting for it: kept when this returns. */
export const invokeLater = (queues: Queues, functionArn: string, event: string): string =>
  queues.send(queueOf(nameIn(functionArn)), event);

type InvokeConfig = {
  MaximumRetryAttempts?: number;
  DestinationConfig?: { OnFailure?: { Destination?: string } };
};

/**
 * Lambda's asynchronous invocation: an event waits in a queue of the function's own, is tried again as often as
 * `AWS::Lambda::EventInvokeConfig` says (twice by default, soon here, after minutes in AWS), and then goes to the function's dead-letter queue.
 */
export function asynchronousInvocations(
  assembly: Assembly,
  queues: Queues,
  functions: Functions,
  workers: number,
): Consumer[] {
  const configs = assembly.ofType('AWS::Lambda::EventInvokeConfig');
  return assembly.ofType('AWS::Lambda::Function').map(({ id, ref, arn, properties }) => {
    const config: InvokeConfig = configs.find((one) => one.properties.FunctionName === ref)?.properties ?? {};
    const target = config.DestinationConfig?.OnFailure?.Destination ?? properties.DeadLetterConfig?.TargetArn;
    const queue = queueOf(id);
    // Without a dead-letter queue what failed is dropped, as in AWS; here it stays to be seen in a queue that nobody reads.
    const lost = target ? nameIn(String(target)) : `${queue}:dropped`;
    const common = { delayMs: 0, visibilityMs: day, retentionMs: day };
    if (!target) queues.add({ ...common, name: lost, arn: `local:${lost}` });
    const maxReceives = 1 + Number(config.MaximumRetryAttempts ?? 2);
    queues.add({ ...common, name: queue, arn: `local:${queue}`, deadLetters: { queue: lost, maxReceives } });
    const handle = async (messages: Message[]): Promise<Message[]> => {
      const [message] = messages;
      const outcome = message && (await functions.invoke(arn, JSON.parse(message.body)));
      return outcome?.ok ? [] : messages;
    };
    return consume(queues, { queue, batchSize: 1, windowMs: 0, concurrency: workers, handle });
  });
}
