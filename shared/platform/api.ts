import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Actor, Context, Once } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { assertPermitted } from '../core/permitted.ts';
import { contractKey, type Route, routeKeyOf } from '../core/route.ts';
import { withHeaders } from './answered.ts';
import { comeByEdge } from './behind-edge.ts';
import { logger } from './logger.ts';
import { resetMeter } from './meter.ts';
import { AlreadyAnswered, answerOf, earlierAnswer } from './once.ts';
import { countRequest } from './parse-context.ts';
import { problemOf, shownTo } from './problem.ts';
import {
  type ApiEvent,
  actorOf,
  etagOf,
  ifMatch,
  isUnchanged,
  jsonBody,
  type Match,
  onceOf,
  parsePart,
  plainBody,
  queryOf,
  shownBody,
  veiled,
} from './request.ts';
import { admit } from './request-limit.ts';

type Result = APIGatewayProxyStructuredResultV2;
export type Input<R extends Route> = Context & {
  params: z.output<R['params']>;
  query: z.output<R['query']>;
  body: z.output<R['body']>;
  match: Match;
  /** The event itself, for what the contract cannot say: the sender's address, a body that is no JSON. */
  event: ApiEvent;
};
export type Operation = { route: Route; run: (input: Input<Route>) => Promise<unknown> };

/** An answer that is not the contract's JSON: a script, a redirect. */
export class Answer {
  readonly result: Result;
  constructor(result: Result) {
    this.result = result;
  }
}

/** What a PUT made: 201 where the contract's own status says that it was there. */
export class Made<T = unknown> {
  readonly value: T;
  constructor(value: T) {
    this.value = value;
  }
}

/** Ties a contract to the function that fulfils it; the types of its input and answer come from the contract. */
export const operation = <R extends Route>(
  route: R,
  run: (input: Input<R>) => Promise<z.input<R['response']> | Answer | Made<z.input<R['response']>>>,
): Operation => ({ route, run: run as Operation['run'] });

const noRights = { roles: [], teamIds: [], circle: new Set<string>() };
const nobody: Actor = { kind: 'system', workspaceId: '', id: 'public', permissions: [], rights: noRights };

async function authorized(route: Route, event: ApiEvent): Promise<Actor> {
  if (route.access === 'public') return nobody;
  const actor = await actorOf(event);
  if (route.access !== 'signed_in') assertPermitted(actor, route.access);
  return actor;
}

const json = (status: number, body: string, etag?: string): Result => ({
  statusCode: status,
  headers: { ...(status !== 204 && { 'content-type': 'application/json' }), ...(etag && { etag }) },
  ...(status !== 204 && { body }),
});

const mostAnswerBytes = 5_500_000; // Lambda answers with 6 MB at most
/** Of what was only read; what was written stays so, whatever the answer is. Throws `answer_too_large`. */
export function assertSendable({ method, path }: Route, body: string): string {
  const isRead = method === 'GET' || /\/(search|read)$/.test(path);
  if (!isRead || Buffer.byteLength(body) <= mostAnswerBytes) return body;
  const detail = `The answer would have more than ${mostAnswerBytes} bytes: ask for fewer at once.`;
  throw new AppError('unprocessable', 'answer_too_large', detail);
}

function succeeded({ route }: Operation, event: ApiEvent, actor: Actor, value: unknown): Result {
  if (value instanceof Answer) return value.result;
  if (value instanceof Made) return json(201, shownBody(route, actor, value.value), etagOf(value.value));
  const etag = etagOf(value);
  if (route.method === 'GET' && !route.showsMore && isUnchanged(event, etag))
    return { statusCode: 304, headers: { etag: etag ?? '' } };
  return json(route.status, assertSendable(route, shownBody(route, actor, value)), etag);
}

type Earlier = { status: number; body?: string | undefined };
/** What was answered before, without what has been hidden from its reader since. */
function replayed({ route }: Operation, actor: Actor, { status, body }: Earlier): Result {
  const value: unknown = body ? JSON.parse(body) : undefined;
  const shown = body && JSON.stringify(veiled(route, actor, value));
  const answer = json(status, shown ?? '', etagOf(value));
  return { ...answer, headers: { ...answer.headers, 'idempotent-replayed': 'true' } };
}

const nowOf = ({ requestContext }: ApiEvent) => new Date(requestContext.timeEpoch).toISOString();

function inputOf({ route }: Operation, event: ApiEvent, actor: Actor): Input<Route> {
  const { requestId } = event.requestContext;
  const hasBody = ['POST', 'PATCH', 'PUT'].includes(route.method); // of any other nothing is read
  if (hasBody) plainBody(event);
  const hasJson = hasBody && route.accepts === undefined;
  return {
    actor,
    now: nowOf(event),
    cause: requestId,
    once: onceOf(event, route, actor),
    params: parsePart(route.params, event.pathParameters ?? {}),
    query: parsePart(route.query, queryOf(event, route), '?'),
    body: hasJson ? parsePart(route.body, jsonBody(event)) : undefined,
    match: ifMatch(event),
    event,
  };
}

/** A request with an Idempotency-Key: answered as before, or done and its answer kept with what it wrote. */
async function answerOnce(one: Operation, event: ApiEvent, input: Input<Route>, once: Once): Promise<Result> {
  const earlier = await earlierAnswer(input, once);
  if (earlier) return replayed(one, input.actor, earlier);
  try {
    return succeeded(one, event, input.actor, await one.run(input));
  } catch (error) {
    // The same request may have been stored since we looked: seen by the transaction, or by a rule that it made fail.
    const item = error instanceof AlreadyAnswered ? error.item : undefined;
    const since = item ? answerOf(item, once.fingerprint) : await earlierAnswer(input, once);
    if (!since) throw error;
    return replayed(one, input.actor, since);
  }
}

async function answerTo(actor: Actor, one: Operation, event: ApiEvent): Promise<Result> {
  const input = inputOf(one, event, actor);
  try {
    if (input.once && one.route.access !== 'public') return await answerOnce(one, event, input, input.once);
    return succeeded(one, event, actor, await one.run(input));
  } catch (error) {
    throw movedFor(one.route, event, await shownTo(actor, error));
  }
}

/** What a GET of a record that was merged is answered with: where the record is now that its id means (RFC 9110, 15.4.2). */
function movedFor({ method }: Route, { rawPath, rawQueryString }: ApiEvent, error: unknown): unknown {
  if (method !== 'GET' || !(error instanceof AppError) || error.code !== 'record_merged') return error;
  const { mergedFrom = '', mergedInto = '' } = error.more;
  const path = rawPath.replace(mergedFrom, mergedInto);
  if (path === rawPath) return error;
  const location = rawQueryString ? `${path}?${rawQueryString}` : path;
  return new AppError('moved', 'record_moved', error.message, { ...error.more, location });
}

async function answer(one: Operation, event: ApiEvent): Promise<Result> {
  const actor = await authorized(one.route, event);
  const counted = one.route.access === 'public' ? undefined : admit(actor, nowOf(event));
  try {
    return await answerTo(actor, one, event);
  } finally {
    await counted; // beside the operation, which it costs no time
  }
}

/** One Lambda for a capability's operations: API Gateway has matched the route already, so a map finds it. */
export function api(operations: Operation[]) {
  const byKey = new Map(operations.map((one) => [routeKeyOf(one.route), one]));
  const asked = ({ routeKey, requestContext }: ApiEvent) =>
    byKey.get(contractKey(routeKey, requestContext.http.method));
  const pages = operations.map(({ route }) => route);
  let started = 0;
  return middy<ApiEvent, Result>()
    .use(injectLambdaContext(logger, { clearState: true }))
    .before(({ event }) => {
      started = performance.now();
      resetMeter();
      comeByEdge(event);
    })
    .after(({ event, response }) => {
      countRequest();
      const { requestId } = event.requestContext;
      const route = asked(event)?.route;
      const path = event.rawPath;
      if (response)
        Object.assign(response, withHeaders(response, { started, requestId, route, path, pages }));
    })
    .onError((request) => {
      const { requestId } = request.event.requestContext;
      if (!(request.error instanceof AppError)) logger.error('unhandled error', { error: request.error });
      const route = asked(request.event)?.route;
      request.response = withHeaders(problemOf(request.error, requestId), { started, requestId, route });
    })
    .handler(async (event) => {
      const found = asked(event);
      if (!found)
        throw new AppError('not_found', 'route_unknown', 'There is no such path or method. See /docs.');
      return answer(found, event);
    });
}
