import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { ContextData, Invocation, WorkerData, WorkerReply } from './worker.ts';

export type FunctionSpec = {
  name: string;
  arn: string;
  /** The module that exports the handler. */
  file: string;
  exportName: string;
  timeoutMs: number;
  memoryMb: number;
  environment: Record<string, string>;
};
export type Outcome =
  | { ok: true; payload: string }
  | { ok: false; errorType: string; errorMessage: string; timedOut: boolean };
export type Environment = {
  /** Runs one event. The caller gives no second one before the first has its outcome. */
  invoke(event: string): Promise<Outcome>;
  /** False once it has crashed or timed out: it takes no more events. */
  alive(): boolean;
  end(): Promise<void>;
};

/** Lambda gives a module ten seconds to load; a laptop that starts many at once is slower. */
const loadMs = 60_000;

const failure = (errorType: string, errorMessage: string, timedOut = false): Outcome => ({
  ok: false,
  errorType,
  errorMessage,
  timedOut,
});

function startWorker({ file, exportName, environment, memoryMb }: FunctionSpec, log: (text: string) => void) {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { file, exportName } satisfies WorkerData,
    env: environment,
    execArgv: environment.NODE_OPTIONS?.includes('--enable-source-maps') ? ['--enable-source-maps'] : [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
  });
  worker.stdout.on('data', (chunk: Buffer) => log(String(chunk)));
  worker.stderr.on('data', (chunk: Buffer) => log(String(chunk)));
  return worker;
}

function contextOf({ name, arn, memoryMb }: FunctionSpec): ContextData {
  return {
    awsRequestId: randomUUID(),
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memoryMb),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
  };
}

/** Starts one execution environment. A crash, or a run longer than the timeout, is a failed invocation and the end of it. */
export function startEnvironment(spec: FunctionSpec, log: (text: string) => void): Environment {
  const worker = startWorker(spec, log);
  let waiting: ((reply: WorkerReply | { type: 'gone'; reason: string }) => void) | undefined;
  let gone: string | undefined;
  let loaded = false;
  const leave = (reason: string) => {
    gone ??= reason;
    waiting?.({ type: 'gone', reason });
  };
  worker.on('message', (reply: WorkerReply) => waiting?.(reply));
  worker.on('error', (error: Error) => leave(`${error.name}: ${error.message}`));
  worker.on('exit', () => leave('Runtime exited without providing a reason'));

  const next = (ms: number, late: string) =>
    new Promise<WorkerReply | { type: 'gone'; reason: string } | { type: 'late' }>((resolve) => {
      if (gone !== undefined) return resolve({ type: 'gone', reason: gone });
      const timer = setTimeout(() => {
        gone = late;
        resolve({ type: 'late' });
        void worker.terminate();
      }, ms);
      waiting = (reply) => {
        clearTimeout(timer);
        waiting = undefined;
        resolve(reply);
      };
    });

  const load = async (): Promise<Outcome | undefined> => {
    const reply = await next(loadMs, 'Init timed out');
    if (reply.type === 'ready') return undefined;
    await worker.terminate();
    if (reply.type === 'error') return failure(reply.errorType, reply.errorMessage);
    return failure('Runtime.ExitError', reply.type === 'gone' ? reply.reason : 'Init timed out');
  };
  const loading = load().then((outcome) => {
    loaded = outcome === undefined;
    if (outcome) gone ??= 'The module did not load';
    return outcome;
  });

  const invoke = async (event: string): Promise<Outcome> => {
    const failedToLoad = loaded ? undefined : await loading;
    if (failedToLoad) return failedToLoad;
    const seconds = (spec.timeoutMs / 1000).toFixed(2);
    const deadline = Date.now() + spec.timeoutMs;
    const answer = next(spec.timeoutMs, `Task timed out after ${seconds} seconds`);
    worker.postMessage({ type: 'invoke', event, context: contextOf(spec), deadline } satisfies Invocation);
    const reply = await answer;
    if (reply.type === 'result') return { ok: true, payload: reply.payload };
    if (reply.type === 'error') return failure(reply.errorType, reply.errorMessage);
    if (reply.type === 'late')
      return failure('Sandbox.Timedout', `Task timed out after ${seconds} seconds`, true);
    return failure('Runtime.ExitError', reply.type === 'gone' ? reply.reason : 'Runtime exited');
  };
  const end = async () => {
    await worker.terminate();
  };
  return { invoke, alive: () => gone === undefined, end };
}
