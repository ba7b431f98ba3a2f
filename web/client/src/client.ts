import { operations } from './generated/operations.ts';
import type { Operations } from './generated/types.ts';
import type { Asked, RequestOptions } from './request.ts';
import { type ClientSettings, type Send, sender } from './send.ts';

export type OperationId = keyof Operations;
type Part<Id extends OperationId, Name extends string> = Operations[Id] extends { [N in Name]: infer T }
  ? T
  : never;
/** A part may be left out where nothing in it is required. */
type Parted<Name extends string, T> = [T] extends [never]
  ? { [N in Name]?: never }
  : object extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T };

/** What an operation takes: the `path`'s parameters, the `query` and the `body`. */
export type Input<Id extends OperationId> = Parted<'path', Part<Id, 'path'>> &
  Parted<'query', Part<Id, 'query'>> &
  Parted<'body', Part<Id, 'body'>>;
/** What an operation answers. */
export type Output<Id extends OperationId> = Operations[Id]['answer'];

/** Nothing need be given where nothing is required. */
type Arguments<Id extends OperationId> =
  object extends Input<Id>
    ? [input?: Input<Id>, options?: RequestOptions]
    : [input: Input<Id>, options?: RequestOptions];
type Methods = { [Id in OperationId]: (...given: Arguments<Id>) => Promise<Output<Id>> };

type Page = { items: readonly unknown[]; cursor?: string };
/** The operations that answer page by page. */
export type ListId = {
  [Id in OperationId]: Output<Id> extends Page
    ? 'cursor' extends keyof Part<Id, 'query'>
      ? Id
      : never
    : never;
}[OperationId];
/** What a list is of. */
export type Item<Id extends ListId> = Output<Id> extends { items: readonly (infer T)[] } ? T : never;

type Given = { path?: Record<string, unknown>; query?: object; body?: unknown };
const pathOf = (path: string, parameters: Record<string, unknown> = {}) =>
  path.replaceAll(/\{(\w+)\+?\}/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined || value === '') throw new TypeError(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });

function askedOf(id: OperationId, { path, query, body }: Given): Asked {
  const { method, path: place, isOnce = false, type } = operations[id];
  const asked = { method, path: pathOf(place, path), query, isOnce, type };
  return ['POST', 'PATCH', 'PUT'].includes(method) && !type
    ? { ...asked, body: body ?? {} }
    : { ...asked, body };
}

function methodsOf(send: Send): Methods {
  const method = (id: OperationId) => async (input?: Given, options?: RequestOptions) =>
    (await send(askedOf(id, input ?? {}), options)).data;
  const ids = Object.keys(operations) as OperationId[];
  return Object.fromEntries(ids.map((id) => [id, method(id)])) as unknown as Methods;
}

/** A method for each operation of the API, under its id; see the README. */
export function createClient(settings: ClientSettings) {
  const send = sender(settings);

  /** The pages of a list one by one; each has the `cursor` from which another run can go on. */
  async function* pages<Id extends ListId>(
    id: Id,
    input?: Input<Id>,
    options?: RequestOptions,
  ): AsyncGenerator<Output<Id>, void, undefined> {
    const given = (input ?? {}) as Given;
    let cursor: string | undefined;
    do {
      const query = { ...given.query, ...(cursor !== undefined && { cursor }) };
      const { data } = await send(askedOf(id, { ...given, query }), options);
      yield data as Output<Id>;
      cursor = (data as Page).cursor;
    } while (cursor !== undefined);
  }
  /** Everything that a list has, page after page; no page is asked for before it is needed. */
  async function* all<Id extends ListId>(
    id: Id,
    input?: Input<Id>,
    options?: RequestOptions,
  ): AsyncGenerator<Item<Id>, void, undefined> {
    for await (const page of pages(id, input, options)) yield* (page as Page).items as Item<Id>[];
  }
  return {
    ...methodsOf(send),
    pages,
    all,
    /** A request by its path, with the answer's status and headers; for what has no method here. */
    send: (asked: Asked, options?: RequestOptions) => send(asked, options),
  };
}
export type Client = ReturnType<typeof createClient>;
