/** One execution environment of a function, in a worker thread: loads the handler once, then runs one event at a time. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

export type WorkerData = { file: string; exportName: string };
export type Invocation = { type: 'invoke'; event: string; context: ContextData; deadline: number };
export type ContextData = {
  awsRequestId: string;
  functionName: string;
  functionVersion: string;
  invokedFunctionArn: string;
  memoryLimitInMB: string;
  logGroupName: string;
  logStreamName: string;
};
export type WorkerReply =
  | { type: 'ready' }
  | { type: 'result'; payload: string }
  | { type: 'error'; errorType: string; errorMessage: string; stack: string };

type LambdaHandler = (event: unknown, context: object) => unknown;

const { file, exportName } = workerData as WorkerData;
const reply = (message: WorkerReply) => parentPort?.postMessage(message);

function fail(error: unknown): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  reply({ type: 'error', errorType: name, errorMessage: message, stack: stack ?? '' });
}

async function run(handler: LambdaHandler, { event, context, deadline }: Invocation): Promise<void> {
  const remaining = { getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()) };
  const lambdaContext = { ...context, ...remaining, callbackWaitsForEmptyEventLoop: false };
  try {
    const result = await handler(JSON.parse(event), lambdaContext);
    reply({ type: 'result', payload: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    fail(error);
  }
}

try {
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const handler = module[exportName];
  if (typeof handler !== 'function') throw new Error(`${file} exports no function ${exportName}`);
  parentPort?.on('message', (message: Invocation) => run(handler as LambdaHandler, message));
  reply({ type: 'ready' });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  fail(error);
}
