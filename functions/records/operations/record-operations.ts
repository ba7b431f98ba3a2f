import { historyPage } from '../../../shared/audit/history-store.ts';
import { ownerAsked } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import { Made, operation } from '../../../shared/platform/api.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { type ListAsked, recordListPage } from '../../../shared/records/record-list-store.ts';
import type {
  batchRoutes,
  readingRoutes,
  recordRoutes,
  removeRoute,
  upsertRoute,
  writingRoutes,
} from '../../../shared/records/record-routes.ts';
import { changeEach, makeEach, readEach } from './batch.ts';
import { upsertOne } from './upsert.ts';
import { changeOne, makeOne, trashOne } from './write.ts';

type Type<T extends Owned> = RecordType<T, object, object>;
const idOf = (type: Type<never>, params: Record<string, unknown>) => String(params[`${type.of.kind}Id`]);

export const createRecord = <T extends Owned>(
  type: Type<T>,
  route: ReturnType<typeof writingRoutes>['create'],
) => operation(route, ({ body, ...by }) => makeOne(type, body, by));

export const patchRecord = <T extends Owned>(
  type: Type<T>,
  route: ReturnType<typeof writingRoutes>['change'],
) =>
  operation(route, ({ params, body, match, ...by }) =>
    changeOne(type, idOf(type as never, params), body, by, { match }),
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
    return isNew ? new Made(record) : record;
  });

export const readRecord = <T extends Owned>(type: Type<T>, route: ReturnType<typeof readingRoutes>['read']) =>
  operation(route, ({ actor, params }) => type.store.get(within(actor), idOf(type as never, params)));

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
  return [
    ...writingOperations(given, routes),
    readRecord(type, routes.read),
    listRecords(type, routes.list),
    listRecordHistory(type, routes.history),
  ];
};
