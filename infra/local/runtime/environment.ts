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
/** What comes of waiting for a worker: its reply, its end, or nothing in time. */
type Heard = WorkerReply | { type: 'gone'; reason: string } | { type: 'late' };
type Channel = { next(ms: number): Promise<Heard>; alive(): boolean; worker: Worker };

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

/** One question at a time to a worker. A worker that is late is ended. */
function channelTo(worker: Worker): Channel {
  let waiting: ((heard: Heard) => void) | undefined;
  let gone: string | undefined;
  const leave = (reason: string) => {
    gone ??= reason;
    waiting?.({ type: 'gone', reason: gone });
  };
  worker.on('message', (reply: WorkerReply) => waiting?.(reply));
  worker.on('error', (error: Error) => leave(`${error.name}: ${error.message}`));
  worker.on('exit', () => leave('Runtime exited without providing a reason'));
  const next = (ms: number) =>
    new Promise<Heard>((resolve) => {
      if (gone !== undefined) return resolve({ type: 'gone', reason: gone });
      const answer = (heard: Heard) => {
        clearTimeout(timer);
        waiting = undefined;
        resolve(heard);
      };
      const timer = setTimeout(() => {
        gone = 'Runtime was too late';
        answer({ type: 'late' });
        void worker.terminate();
      }, ms);
      waiting = answer;
    });
  return { next, alive: () => gone === undefined, worker };
}

/** The outcome of a wait of `ms`, in Lambda's words. */
function outcomeOf(heard: Heard, ms: number): Outcome {
  if (heard.type === 'result') return { ok: true, payload: heard.payload };
  if (heard.type === 'error') return failure(heard.errorType, heard.errorMessage);
  if (heard.type === 'gone') return failure('Runtime.ExitError', heard.reason);
  return failure('Sandbox.Timedout', `Task timed out after ${(ms / 1000).toFixed(2)} seconds`, true);
}

/** Starts one execution environment. A crash, or a run longer than the timeout, is a failed invocation and the end of it. */
export function startEnvironment(spec: FunctionSpec, log: (text: string) => void): Environment {
  const { next, alive, worker } = channelTo(startWorker(spec, log));
  const end = async () => {
    await worker.terminate();
  };
  let usable = true;
  /** Undefined once the module is loaded, else why it is not. */
  const loading = next(loadMs).then(async (heard): Promise<Outcome | undefined> => {
    if (heard.type === 'ready') return undefined;
    usable = false;
    await end();
    return outcomeOf(heard, loadMs);
  });
  const invoke = async (event: string): Promise<Outcome> => {
    const notLoaded = await loading;
    if (notLoaded) return notLoaded;
    const answer = next(spec.timeoutMs);
    const deadline = Date.now() + spec.timeoutMs;
    worker.postMessage({ type: 'invoke', event, context: contextOf(spec), deadline } satisfies Invocation);
    return outcomeOf(await answer, spec.timeoutMs);
  };
  return { invoke, alive: () => usable && alive(), end };
}
