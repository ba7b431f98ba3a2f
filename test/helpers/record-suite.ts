import { expect, it } from 'vitest';
import { handler as trash } from '../../functions/records/api.ts';
import { resourceOf } from '../../shared/core/policy.ts';
import type { recordRoutes } from '../../shared/records/record-routes.ts';
import type { RecordShape } from '../../shared/records/record-shape.ts';
import { restoreRecordRoute } from '../../shared/records/trash-routes.ts';
import { ann, ben, noon } from '../fixtures/ids.ts';
import { type Call, call } from './call.ts';
import { settleAll } from './dynamo.ts';

type Handler = Parameters<typeof call>[0];
type Suite = {
  handler: Handler;
  shape: RecordShape;
  routes: ReturnType<typeof recordRoutes>;
  /** A body for the n-th record, each of another external id. */
  body: (n: number) => Record<string, unknown>;
  /** Of a kind that is nobody's. */
  ownerless?: boolean;
};
const later = (seconds: number) => new Date(Date.parse(noon) + seconds * 1000).toISOString();

/** What every kind of record owes who builds on it, whichever it is. */
export function itIsARecord({ handler, shape, routes, body, ownerless = false }: Suite): void {
  const at = (id: string) => ({ [`${shape.kind}Id`]: id });
  const create = async (n: number, more: Call = {}) => {
    const answer = await call(handler, routes.create, {
      body: { ...body(n), externalId: `x-${n}` },
      ...more,
    });
    return answer as {
      status: number;
      headers: Record<string, string>;
      body: { id: string; version: number };
    };
  };
  const read = (id: string, more: Call = {}) => call(handler, routes.read, { params: at(id), ...more });
  const idsIn = (answer: { body: unknown }) =>
    (answer.body as { items: { id: string }[] }).items.map(({ id }) => id);
  const list = (query: Record<string, string> = {}) => call(handler, routes.list, { query });

  it('is made, read with its ETag, changed by a merge patch, and refused on an older version', async () => {
    const made = await create(1);
    const location = `/v1/${resourceOf[shape.kind]}/${made.body.id}`;
    expect(made).toMatchObject({ status: 201, headers: { etag: '"1"', location } });
    expect(await read(made.body.id)).toMatchObject({ status: 200, body: { externalId: 'x-1' } });
    const change = { params: at(made.body.id), body: { externalId: null, custom: { size: 3 } } };
    const changed = await call(handler, routes.change, change);
    expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { custom: { size: 3 } } });
    expect(changed.body).not.toHaveProperty('externalId');
    const late = await call(handler, routes.change, { ...change, headers: { 'if-match': '"1"' } });
    expect(late).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
  });

  it('has each tag once, as it was written first, and none once they are cleared', async () => {
    const { body: made } = await create(1, { body: { ...body(1), tags: ['VIP', 'fair', 'vip'] } });
    expect(made).toMatchObject({ tags: ['VIP', 'fair'] });
    const change = (tags: unknown) => call(handler, routes.change, { params: at(made.id), body: { tags } });
    expect(await change(['Fair', 'FAIR'])).toMatchObject({ status: 200, body: { tags: ['Fair'] } });
    expect(await change(null)).toMatchObject({ status: 200, body: { tags: [] } });
  });

  it('is one by its external id, of two that are made and of two that are changed to it', async () => {
    const [first, second] = [await create(1), await create(2)];
    const same = { body: { ...body(9), externalId: 'x-1' } };
    expect(await create(1, same)).toMatchObject({
      status: 409,
      body: { code: 'external_id_taken', existingId: first.body.id, errors: [{ pointer: '/externalId' }] },
    });
    const change = { params: at(second.body.id), body: { externalId: 'x-1' } };
    expect(await call(handler, routes.change, change)).toMatchObject({ status: 409 });
  });

  it('is deleted into the trash: gone from every door, its external id free, twice is 404', async () => {
    const { body: made } = await create(1);
    await settleAll();
    expect(idsIn(await list())).toEqual([made.id]);
    expect(await call(handler, routes.remove, { params: at(made.id) })).toMatchObject({ status: 204 });
    await settleAll();
    expect(await read(made.id)).toMatchObject({ status: 404, body: { code: `${shape.kind}_not_found` } });
    expect(idsIn(await list())).toEqual([]);
    const change = { params: at(made.id), body: { tags: ['late'] } };
    expect(await call(handler, routes.change, change)).toMatchObject({ status: 404 });
    expect(await call(handler, routes.remove, { params: at(made.id) })).toMatchObject({ status: 404 });
    expect(await create(1)).toMatchObject({ status: 201 });
  });

  it('is had back from the trash as it was, and its page opens again', async () => {
    const { body: made } = await create(1);
    await call(handler, routes.remove, { params: at(made.id) });
    const back = await call(trash, restoreRecordRoute, { params: { recordId: made.id } });
    expect(back).toMatchObject({ status: 200, body: { id: made.id, version: 3 } });
    expect(await read(made.id)).toMatchObject({ status: 200, body: { externalId: 'x-1', version: 3 } });
  });

  it('is found by its external id and changed, or made: twice the same is one', async () => {
    const put = (more: object = {}) =>
      call(handler, routes.upsert, {
        query: { matchBy: 'externalId' },
        body: { ...body(1), externalId: 'x-1', ...more },
      });
    const first = await put();
    expect(first.status).toBe(201);
    const second = await put({ tags: ['again'] });
    expect(second).toMatchObject({ status: 200, body: { tags: ['again'] } });
    expect((second.body as { id: string }).id).toBe((first.body as { id: string }).id);
    const none = await call(handler, routes.upsert, { query: { matchBy: 'externalId' }, body: body(1) });
    expect(none).toMatchObject({ status: 400, body: { code: 'match_missing' } });
  });

  it('is put on the version that was read alone, where one says so', async () => {
    const put = (match: string) =>
      call(handler, routes.upsert, {
        query: { matchBy: 'externalId' },
        body: { ...body(1), externalId: 'x-1', custom: { size: 3, none: null } },
        headers: { 'if-match': match },
      });
    expect(await put('"1"')).toMatchObject({ status: 412, body: { code: 'version_mismatch' } });
    await create(1);
    expect(await put('"7"')).toMatchObject({ status: 412 });
    expect(await put('"1"')).toMatchObject({ status: 200, body: { version: 2 } });
  });

  it('is made by a PUT without what it clears', async () => {
    const given = { ...body(1), externalId: 'x-1', custom: { size: 3, none: null } };
    const put = () => call(handler, routes.upsert, { query: { matchBy: 'externalId' }, body: given });
    expect(await put()).toMatchObject({ status: 201 });
    expect((await put()).body).toMatchObject({ custom: { size: 3 } });
  });

  it('is upserted by ten at once and is one', async () => {
    const put = (n: number) =>
      call(handler, routes.upsert, {
        query: { matchBy: 'externalId' },
        body: { ...body(1), externalId: 'x-1', custom: { n } },
      });
    const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => put(n)));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201]);
    expect(new Set(answers.map((one) => (one.body as { id: string }).id)).size).toBe(1);
  });

  /** The second is another's; the third is tagged in another case. */
  const owned = (n: number) => {
    const owner = ownerless ? {} : { ownerId: n === 2 ? ben : ann };
    return { ...owner, tags: n === 3 ? ['Fair'] : ['fair'] };
  };
  it('is listed newest first and oldest first, by owner and by tag, page by page', async () => {
    const ids: string[] = [];
    for (const n of [1, 2, 3]) {
      const more = { body: { ...body(n), ...owned(n) }, now: later(n) };
      ids.push((await create(n, more)).body.id);
    }
    await settleAll();
    expect(idsIn(await list())).toEqual(ids.toReversed());
    expect(idsIn(await list({ direction: 'asc' }))).toEqual(ids);
    expect(idsIn(await list({ ownerId: 'me' }))).toEqual(ownerless ? [] : [ids[2], ids[0]]);
    expect(idsIn(await list({ tag: 'FAIR' }))).toEqual(ids.toReversed());
    const first = await list({ limit: '2' });
    const { cursor } = first.body as { cursor: string };
    expect([...idsIn(first), ...idsIn(await list({ limit: '2', cursor }))]).toEqual(ids.toReversed());
    expect(idsIn(await list({ tag: 'fair', sort: 'updated', direction: 'asc' }))).toEqual(ids);
    const second = await list({ tag: 'fair', sort: 'updated', limit: '2' });
    const { cursor: on } = second.body as { cursor: string };
    const rest = await list({ tag: 'fair', sort: 'updated', limit: '2', cursor: on });
    expect([...idsIn(second), ...idsIn(rest)]).toEqual(ids.toReversed());
    expect(idsIn(await list({ externalId: 'x-2' }))).toEqual([]);
  });

  it('is found by its external id, and by a filter that names it, letter by letter', async () => {
    const { body: made } = await create(1);
    const filter = (externalId: string) => ({ filter: JSON.stringify({ externalId, tags: { $ne: 'x' } }) });
    for (const query of [{ externalId: 'x-1' }, filter('x-1')])
      expect(idsIn(await list(query as Record<string, string>))).toEqual([made.id]);
    for (const query of [{ externalId: 'X-1' }, filter('X-1'), filter('x-2')])
      expect(idsIn(await list(query as Record<string, string>))).toEqual([]);
    expect(await list({ externalId: 'x-1', tag: 'fair' })).toMatchObject({
      body: { code: 'filters_exclusive' },
    });
    expect(await list({ shoes: '3' })).toMatchObject({
      body: { code: 'validation_failed', errors: [{ pointer: '?/shoes', code: 'unknown' }] },
    });
  });

  it('is made, changed and read by the hundred, each with its own result', async () => {
    const items = [{ ...body(1), externalId: 'x-1' }, { externalId: 7 }, { ...body(2), externalId: 'x-1' }];
    const made = await call(handler, routes.batch.create, { body: { items } });
    expect(made.status).toBe(207);
    const [first, second, third] = made.body.results;
    expect([first?.status, third?.status].sort()).toEqual([201, 409]);
    expect(second).toMatchObject({ status: 400, error: { code: 'validation_failed' } });
    const there = (first?.record ?? third?.record) as { id: string };
    const { id } = there;
    const changed = await call(handler, routes.batch.update, {
      body: { items: [{ id, version: 1, tags: ['new'] }, { id, tags: [] }, { id: 'nobody' }] },
    });
    expect(changed.body.results).toMatchObject([
      { status: 200, record: { tags: ['new'] } },
      { status: 400, error: { code: 'validation_failed', errors: [{ pointer: '/id', code: 'repeated' }] } },
      { status: 404 },
    ]);
    const late = await call(handler, routes.batch.update, {
      body: { items: [{ id, version: 1, tags: [] }] },
    });
    expect(late.body.results).toMatchObject([{ status: 412, error: { code: 'version_mismatch' } }]);
    const found = await call(handler, routes.batch.read, { body: { ids: [id, 'nobody', id] } });
    expect(found.body.results).toMatchObject([
      { status: 200, record: { id } },
      { status: 404 },
      { status: 200 },
    ]);
  });

  it('is made once by a batch that is sent again with its Idempotency-Key', async () => {
    const send = () =>
      call(handler, routes.batch.create, {
        headers: { 'idempotency-key': 'one' },
        body: { items: [body(1), body(2)] },
      });
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    await settleAll();
    expect(idsIn(await list()).length).toBe(2);
  });

  it('has its history: what it was made and changed to, and by whom', async () => {
    const { body: made } = await create(1);
    await call(handler, routes.change, { params: at(made.id), body: { tags: ['new'] } });
    const answer = await call(handler, routes.history, { params: at(made.id) });
    expect(answer).toMatchObject({ status: 200 });
  });
}
