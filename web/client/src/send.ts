import { type Answered, type Attempt, dataOf, failureOf, isAnswered, outcomeOf } from './attempt.ts';
import { type Asked, type Init, initOf, queryOf, type RequestOptions } from './request.ts';
import { mayRepeat, type Repeatable, type Retries, usualRetries, waitMs } from './retry.ts';
import { type Token, tokenKeeper } from './token.ts';

export type ClientSettings = {
  /** Where the API is, like `https://crm.example.com`. */
  baseUrl: string;
  token?: Token;
  /** One of the credential's workspaces, where it has several. */
  workspace?: string;
  retries?: Partial<Retries>;
  /** Milliseconds that one attempt may take; 30,000 where nothing is said. */
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
};

/** Resolves after `ms`; rejects with the signal's reason. */
const pause = (ms: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });

/** One attempt after another: each with the token that there is, and with a new one where that is refused. */
function attempts({ baseUrl, token, timeoutMs = 30_000, fetch = globalThis.fetch }: ClientSettings) {
  const base = baseUrl.replace(/\/+$/, '');
  const keeper = tokenKeeper(token);

  /** Throws only when the caller has given up. */
  async function attempt(asked: Asked, init: Init, credential: string | undefined): Promise<Attempt> {
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const headers = { ...(credential && { authorization: `Bearer ${credential}` }), ...init.headers };
    try {
      const response = await fetch(`${base}${asked.path}${queryOf(asked.query)}`, {
        ...init,
        headers,
        signal,
      });
      return { status: response.status, data: await dataOf(response), headers: response.headers };
    } catch (cause) {
      init.signal?.throwIfAborted();
      return { status: 0, cause };
    }
  }
  return async (asked: Asked, init: Init): Promise<Attempt> => {
    const credential = await keeper.current();
    const first = await attempt(asked, init, credential);
    const next = first.status === 401 ? await keeper.after(credential) : undefined;
    return next === undefined ? first : attempt(asked, init, next);
  };
}

/** What is gone when its deletion is repeated was deleted by the attempt whose answer got lost. */
const isGone = ({ method }: Asked, { status }: Attempt, repeated: number) =>
  method === 'DELETE' && status === 404 && repeated > 0;
const isDone = (asked: Asked, answer: Attempt, repeated: number): answer is Answered =>
  isAnswered(answer) && (answer.status < 400 || isGone(asked, answer, repeated));

/** Milliseconds until it is sent again; undefined where it is not. */
function waitAfter(answer: Attempt, asked: Repeatable, retries: Retries, repeated: number) {
  const outcome = outcomeOf(answer);
  const chance = { now: Date.now(), random: Math.random() };
  return mayRepeat(asked, outcome) ? waitMs(retries, repeated, outcome, chance) : undefined;
}

/** Sends requests with the credential, repeats what may be repeated, and throws `RapportError` for what is refused. */
export function sender(settings: ClientSettings) {
  const attempt = attempts(settings);

  return async function send(asked: Asked, options: RequestOptions = {}): Promise<Answered> {
    const { init, isOnce } = initOf(asked, options, settings.workspace);
    const retries = { ...usualRetries, ...settings.retries, ...options.retries };
    for (let repeated = 0; ; repeated++) {
      const answer = await attempt(asked, init);
      if (isDone(asked, answer, repeated)) return answer;
      const wait = waitAfter(answer, { method: asked.method, isOnce }, retries, repeated);
      if (wait === undefined) throw failureOf(asked, answer);
      await pause(wait, options.signal);
    }
  };
}
export type Send = ReturnType<typeof sender>;
