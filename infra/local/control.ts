import { type Answer, type Handler, json, problem, type Request } from './http.ts';
import type { Watch } from './idle.ts';
import type { Identity } from './services/identity.ts';
import type { Queues } from './services/queues.ts';
import type { Schedules } from './triggers/schedule.ts';

export type Parts = {
  identity: Identity;
  queues: Queues;
  schedules: Schedules;
  watch: Watch;
  mail: { list(): Promise<object[]>; page(): Promise<string>; control(wish: Record<string, unknown>): void };
  events: { failNext(count: number): void };
  compact(): Promise<object>;
};
type Operation = (parts: Parts, request: Request, name: string) => Promise<Answer> | Answer;

/** The request's JSON object; an empty body is an empty one. */
function bodyOf(request: Request): Record<string, unknown> {
  const value: unknown = JSON.parse(request.body.toString() || '{}');
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

async function token({ identity }: Parts, request: Request): Promise<Answer> {
  const email = String(bodyOf(request).email ?? '');
  const made = await identity.token(email);
  return made
    ? json(200, { token: made })
    : problem(404, 'user_unknown', `Nobody who may sign in has the address ${email}.`);
}

async function fire({ schedules }: Parts, request: Request, name: string): Promise<Answer> {
  const time = String(bodyOf(request).time ?? new Date().toISOString());
  if (Number.isNaN(Date.parse(time)))
    return problem(400, 'time_invalid', `${time} is no moment in ISO 8601.`);
  const outcome = await schedules.fire(name, time);
  if (!outcome)
    return problem(404, 'schedule_unknown', `No schedule is called ${name}.`, {
      schedules: schedules.names(),
    });
  const { ok } = outcome;
  return ok
    ? json(200, { name, time, ok, result: JSON.parse(outcome.payload) })
    : json(200, { name, time, ok, errorType: outcome.errorType, errorMessage: outcome.errorMessage });
}

async function idle({ watch }: Parts, request: Request): Promise<Answer> {
  const seconds = Number(request.query.get('timeout') ?? 30);
  const busy = await watch.idle(seconds * 1000);
  if (!busy) return json(200, { idle: true });
  return problem(504, 'not_idle', `Still at work after ${seconds} s.`, { busy });
}

const operations: Record<string, Operation> = {
  'POST token': token,
  'POST schedules': fire,
  'GET idle': idle,
  'GET mail': async ({ mail }) => json(200, await mail.list()),
  'GET mail.html': async ({ mail }) => ({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: await mail.page(),
  }),
  'POST ses': ({ mail }, request) => {
    mail.control(bodyOf(request));
    return json(200, {});
  },
  'POST events': ({ events }, request) => {
    events.failNext(Number(bodyOf(request).fail ?? 0));
    return json(200, {});
  },
  'GET dead-letters': ({ watch }) => json(200, watch.deadLetters()),
  'POST compact': async ({ compact }) => json(200, await compact()),
};

/** What tests and people may do to the local cloud: `/_local/*`. Never deployed. */
export function controlHandler(parts: Parts): Handler {
  return async (request) => {
    const [, , what = '', name = ''] = request.path.split('/');
    const operation = operations[`${request.method} ${what}`];
    if (!operation)
      return problem(404, 'not_found', `The local cloud has no ${request.method} ${request.path}.`);
    try {
      return await operation(parts, request, name);
    } catch (error) {
      if (error instanceof SyntaxError) return problem(400, 'body_invalid', 'The body is no JSON.');
      throw error;
    }
  };
}
