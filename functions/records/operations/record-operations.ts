import { readAsOf } from '../../../shared/audit/as-of-store.ts';
import { historyPage } from '../../../shared/audit/history-store.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { ownerAsked } from '../../../shared/core/may-ask.ts';
import type { Route } from '../../../shared/core/route.ts';
import { within } from '../../../shared/core/scope.ts';
import { Made, operation } from '../../../shared/platform/api.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { parsePart } from '../../../shared/platform/request.ts';
import type { ListAsked } from '../../../shared/records/list-choice.ts';
import { recordListPage } from '../../../shared/records/record-list-store.ts';
import type {
  batchRoutes,
  readingRoutes,
  recordRoutes,
  removeRoute,
  searchRoute,
  upsertRoute,
  writingRoutes,
} from '../../../shared/records/record-routes.ts';
import { changeEach, makeEach, readEach } from './batch.ts';
import { upsertOne } from './upsert.ts';
import { changeOne, makeOne, trashOne } from './write.ts';

type Type<T extends Owned> = RecordType<T, object, object>;
/** A record as its list shows it. */
const shownOne = async <T extends Owned>({ shown }: Type<T>, record: T): Promise<T> =>
  (await shown?.besides(record.workspaceId, [record]))?.[0] ?? record;
const idOf = (type: Type<never>, params: Record<string, unknown>) => String(params[`${type.of.kind}Id`]);

export const createRecord = <T extends Owned>(
  type: Type<T>,
  route: ReturnType<typeof writingRoutes>['create'],
) => operation(route, ({ body, ...by }) => makeOne(type, body, by));

export const patchRecord = <T extends Owned>(
  type: Type<T>,
  route: ReturnType<typeof writingRoutes>['change'],
) =>
  operation(route, async ({ params, body, match, ...by }) =>
    shownOne(type, await changeOne(type, idOf(type as never, params), body, by, { match })),
  );

export const deleteRecord = <T extends Owned>(type: Type<T>, route: ReturnType<typeof removeRoute>) =>
  operation(
    route,
    ({ params, match, ...by }) =>
      trashOne(type as never, idOf(type as never, params), by, match) as Promise<undefined>,
  );

export const upsertRecord = <T extends Owned>(type: Type<T>, route: ReturnType<typeof upsertRoute>) =>
  operation(route, async ({ query, body, match, ...by }) => {
    const { record, isNew } = await upsertOne(type, query.matchBy, body, by, match);
    return isNew ? new Made(record) : shownOne(type, record);
  });

export const readRecord = <T extends Owned>(type: Type<T>, route: ReturnType<typeof readingRoutes>['read']) =>
  operation(route, ({ actor, params, query }) => {
    const [scope, id] = [within(actor), idOf(type as never, params)];
    return query.asOf ? readAsOf(type.store, scope, id, query.asOf) : type.store.get(scope, id);
  });

export const listRecords = <T extends Owned>(
  type: Type<T>,
  route: ReturnType<typeof readingRoutes>['list'],
) =>
  operation(route, ({ actor, query, now }) => {
    const { limit, cursor, ownerId, ...asked } = query as typeof query & { ownerId?: string };
    return recordListPage(
      type,
      actor,
      { ...(asked as ListAsked), now, owner: ownerAsked(actor, ownerId) },
      { limit, cursor },
    );
  });

const inBody = (pointer: string) => pointer.replace(/^\?/, '');
/** The list as it is asked for by a body. What is wrong is told where it stands there. */
export const searchRecords = <R extends Route>(
  list: ReturnType<typeof operation>,
  route: R & ReturnType<typeof searchRoute>,
) =>
  operation(route, async ({ body, ...input }) => {
    const { filter, limit, ...asked } = body as { filter?: object; limit: number };
    const query = { ...asked, limit: String(limit), ...(filter && { filter: JSON.stringify(filter) }) };
    try {
      return (await list.run({
        ...input,
        body: undefined,
        query: parsePart(list.route.query, query),
      } as never)) as never;
    } catch (error) {
      if (!(error instanceof AppError) || !error.more.errors) throw error;
      const errors = error.more.errors.map((one) => ({ ...one, pointer: inBody(one.pointer) }));
      throw new AppError(error.kind, error.code, error.message, { ...error.more, errors });
    }
  });

export const listRecordHistory = <T extends Owned>(
  type: Type<T>,
  route: ReturnType<typeof readingRoutes>['history'],
) =>
  operation(route, async ({ actor, params, query }) => {
    const id = idOf(type as never, params);
    await type.store.get(within(actor), id);
    return historyPage(actor, id, query);
  });

export const batchOperations = <T extends Owned>(type: Type<T>, routes: ReturnType<typeof batchRoutes>) => [
  operation(
    routes.create,
    async ({ body, ...by }) => ({ results: await makeEach(type, body.items, by) }) as never,
  ),
  operation(
    routes.update,
    async ({ body, ...by }) => ({ results: await changeEach(type, body.items, by) }) as never,
  ),
  operation(
    routes.read,
    async ({ body, ...by }) => ({ results: await readEach(type, body.ids, by) }) as never,
  ),
];

type WritingRoutes = ReturnType<typeof writingRoutes> & { batch: ReturnType<typeof batchRoutes> };
/** Those that make, change and delete, and batches, of a kind that has reading operations of its own. */
export const writingOperations = <T extends Owned, New extends object, Patch extends object>(
  given: RecordType<T, New, Patch>,
  routes: WritingRoutes,
) => {
  const type = given as unknown as Type<T>;
  return [
    createRecord(type, routes.create),
    patchRecord(type, routes.change),
    deleteRecord(type, routes.remove),
    upsertRecord(type, routes.upsert),
    ...batchOperations(type, routes.batch),
  ];
};

/** All operations that a kind has that needs none of its own. */
export const recordOperations = <T extends Owned, New extends object, Patch extends object>(
  given: RecordType<T, New, Patch>,
  routes: ReturnType<typeof recordRoutes>,
) => {
  const type = given as unknown as Type<T>;
  const list = listRecords(type, routes.list);
  return [
    ...writingOperations(given, routes),
    readRecord(type, routes.read),
    list,
    searchRecords(list, routes.search),
    listRecordHistory(type, routes.history),
  ];
};
