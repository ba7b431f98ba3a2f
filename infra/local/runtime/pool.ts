import { type Environment, type FunctionSpec, type Outcome, startEnvironment } from './environment.ts';

export type Pool = {
  name: string;
  invoke(event: string): Promise<Outcome>;
  /** Invocations that run or wait. */
  busy(): number;
  end(): Promise<void>;
};

type Waiting = { event: string; done(outcome: Outcome): void };

/**
 * A function's execution environments: at most `size`, each started when no idle one is left, each with one event at a time. What finds
 * none waits its turn (in AWS there would be one more environment).
 */
export function createPool(spec: FunctionSpec, size: number, log: (text: string) => void): Pool {
  const idle: Environment[] = [];
  const all = new Set<Environment>();
  const queue: Waiting[] = [];
  let running = 0;
  let ended = false;

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

  const runNext = async (): Promise<void> => {
    if (ended || queue.length === 0) return;
    const environment = take();
    const next = environment && queue.shift();
    if (!next) return;
    running += 1;
    const outcome = await environment.invoke(next.event);
    running -= 1;
    if (!outcome.ok) log(`${new Date().toISOString()} ${outcome.errorType}: ${outcome.errorMessage}\n`);
    if (environment.alive()) idle.push(environment);
    else all.delete(environment);
    next.done(outcome);
    void runNext();
  };

  const invoke = (event: string) =>
    new Promise<Outcome>((done) => {
      queue.push({ event, done });
      void runNext();
    });
  const end = async () => {
    ended = true;
    const gone: Outcome = { ok: false, errorType: 'Ended', errorMessage: 'The cloud ends', timedOut: false };
    for (const { done } of queue.splice(0)) done(gone);
    await Promise.all([...all].map((environment) => environment.end()));
  };
  return { name: spec.name, invoke, busy: () => running + queue.length, end };
}
