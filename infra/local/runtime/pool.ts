import { type Environment, type FunctionSpec, type Outcome, startEnvironment } from './environment.ts';

export type Pool = {
  name: string;
  invoke(event: string): Promise<Outcome>;
  /** Invocations that run or wait. */
  busy(): number;
  end(): Promise<void>;
};
type Waiting = { event: string; done(outcome: Outcome): void };
type Environments = {
  /** An idle one or a new one; undefined while all are at work. */
  take(): Environment | undefined;
  giveBack(environment: Environment): void;
  end(): Promise<void>;
};

/** At most `size` at a time, each started when no idle one is left. One that has died makes room for another. */
function environmentsOf(spec: FunctionSpec, size: number, log: (text: string) => void): Environments {
  const idle: Environment[] = [];
  const all = new Set<Environment>();
  const take = (): Environment | undefined => {
    for (let free = idle.pop(); free; free = idle.pop()) {
      if (free.alive()) return free;
      all.delete(free);
    }
    if (all.size >= size) return undefined;
    const environment = startEnvironment(spec, log);
    all.add(environment);
    return environment;
  };
  const giveBack = (environment: Environment): void => {
    if (environment.alive()) idle.push(environment);
    else all.delete(environment);
  };
  const end = async () => {
    await Promise.all([...all].map((environment) => environment.end()));
  };
  return { take, giveBack, end };
}

const cutOff: Outcome = {
  ok: false,
  errorType: 'Ended',
  errorMessage: 'The local cloud ends',
  timedOut: false,
};

/**
 * A function's execution environments with one event at a time in each. What finds none free waits its turn (in AWS there would be one
 * more environment).
 */
export function createPool(spec: FunctionSpec, size: number, log: (text: string) => void): Pool {
  const environments = environmentsOf(spec, size, log);
  const queue: Waiting[] = [];
  let running = 0;
  let ended = false;

  const run = async (environment: Environment, { event, done }: Waiting): Promise<void> => {
    running += 1;
    const outcome = await environment.invoke(event);
    running -= 1;
    if (!outcome.ok) log(`${new Date().toISOString()} ${outcome.errorType}: ${outcome.errorMessage}\n`);
    environments.giveBack(environment);
    done(outcome);
    runNext();
  };
  const runNext = (): void => {
    if (ended || queue.length === 0) return;
    const environment = environments.take();
    const next = environment && queue.shift();
    if (next) void run(environment, next);
  };
  const invoke = (event: string) =>
    new Promise<Outcome>((done) => {
      queue.push({ event, done });
      runNext();
    });
  const end = async () => {
    ended = true;
    for (const { done } of queue.splice(0)) done(cutOff);
    await environments.end();
  };
  return { name: spec.name, invoke, busy: () => running + queue.length, end };
}
