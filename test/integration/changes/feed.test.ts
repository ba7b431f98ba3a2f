import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { handler } from '../../../functions/changes/api.ts';
import { listChangesRoute } from '../../../shared/changes/change-routes.ts';
import type { FeedLine } from '../../../shared/changes/feed-line.ts';
import { feedPage } from '../../../shared/changes/feed-store.ts';
import { writeFeed } from '../../../shared/changes/feed-write-store.ts';
import { newId } from '../../../shared/core/ids.ts';
import { db } from '../../../shared/platform/dynamo.ts';
import { ann, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, useTable } from '../../helpers/dynamo.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(async () => {
  useSecret();
  await useTable();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(noon);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);
const now = () => new Date().toISOString();
const line = (id: string, recordVersion: number, kind = 'deal'): FeedLine => ({
  id: newId('change'),
  at: now(),
  type: `${kind}.updated`,
  record: { kind, id },
  recordVersion,
  fields: ['name'],
  by: { kind: 'user', id: ann },
});
const ask = (workspaceId: string, query: Record<string, string> = {}) =>
  call(handler, listChangesRoute, { workspaceId, query, now: now() });
/** Reads on from a cursor until nothing is left for now. */
async function readOn(workspaceId: string, cursor?: string, limit = 100) {
  const items: FeedLine[] = [];
  let at = cursor;
  for (;;) {
    const { status, body } = await ask(workspaceId, { limit: String(limit), ...(at && { cursor: at }) });
    if (status !== 200) throw new Error(`${status} ${body.code}`);
    items.push(...body.items);
    at = body.cursor;
    if (body.caughtUp) return { items, cursor: at };
  }
}
const names = (lines: FeedLine[]) =>
  lines.map(({ record, recordVersion }) => `${record.id} ${recordVersion}`);
const firstSights = (lines: FeedLine[]) => [...new Set(names(lines))];

test('a line is served once it is ten seconds old, and not before', async () => {
  const workspaceId = newId('workspace');
  const id = newId('deal');
  await writeFeed([{ workspaceId, line: line(id, 1) }]);
  later(9000);
  const early = await ask(workspaceId);
  expect(early.body).toMatchObject({ items: [], caughtUp: true });
  later(2000);
  const { body } = await ask(workspaceId, { cursor: early.body.cursor });
  expect(names(body.items)).toEqual([`${id} 1`]);
  expect((await ask(workspaceId, { cursor: body.cursor })).body.items).toEqual([]);
});

test('whoever begins at the end sees what comes then, and nothing of before', async () => {
  const workspaceId = newId('workspace');
  const [before, after] = [newId('deal'), newId('deal')];
  await writeFeed([{ workspaceId, line: line(before, 1) }]);
  later(20_000);
  const { body } = await ask(workspaceId, { from: 'now' });
  expect(body).toMatchObject({ items: [], caughtUp: true });
  await writeFeed([{ workspaceId, line: line(after, 1) }]);
  later(20_000);
  expect(names((await readOn(workspaceId, body.cursor)).items)).toEqual([`${after} 1`]);
});

describe('a cursor', () => {
  test('is of one workspace, and good for thirty days', async () => {
    const workspaceId = newId('workspace');
    const { cursor } = await readOn(workspaceId);
    expect(await ask(newId('workspace'), { cursor })).toMatchObject({
      status: 400,
      body: { code: 'cursor_invalid' },
    });
    expect(await ask(workspaceId, { cursor: `${cursor}x` })).toMatchObject({ status: 400 });
    later(30 * 86_400_000);
    expect((await ask(workspaceId, { cursor })).status).toBe(200);
    later(2 * 86_400_000);
    expect(await ask(workspaceId, { cursor })).toMatchObject({
      status: 410,
      body: { code: 'cursor_expired' },
    });
  });
  test('and a beginning do not go together', async () => {
    const { cursor } = await readOn(newId('workspace'));
    expect(await ask(newId('workspace'), { cursor, from: 'now' })).toMatchObject({ status: 400 });
  });
});

test('a page costs one Query a slot for who reads everything', async () => {
  const workspaceId = newId('workspace');
  await writeFeed([{ workspaceId, line: line(newId('deal'), 1) }]);
  later(20_000);
  const spy = vi.spyOn(db, 'send');
  await ask(workspaceId);
  expect(
    spy.mock.calls.map(([command]) => command.constructor.name).filter((name) => name !== 'UpdateCommand'),
  ).toEqual(['QueryCommand', 'QueryCommand', 'QueryCommand', 'QueryCommand']);
});

describe('a write of which a reader may have gone past', () => {
  const paused = (ms: number) => {
    const send = db.send.bind(db);
    let isFirst = true;
    vi.spyOn(db, 'send').mockImplementation((async (command: never, ...rest: never[]) => {
      const isWrite = (command as object) instanceof BatchWriteCommand;
      if (isWrite && isFirst) {
        isFirst = false;
        later(ms); // the process stood still between the moment and the write
      }
      return (send as (...all: unknown[]) => unknown)(command, ...rest);
    }) as never);
  };
  test('is made again, so that the reader comes to it', async () => {
    const workspaceId = newId('workspace');
    const id = newId('deal');
    const before = await readOn(workspaceId);
    const skipping: { cursor?: string } = {};
    const send = db.send.bind(db);
    let isFirst = true;
    vi.spyOn(db, 'send').mockImplementation((async (command: never, ...rest: never[]) => {
      if ((command as object) instanceof BatchWriteCommand && isFirst) {
        isFirst = false;
        later(60_000);
        skipping.cursor = (await readOn(workspaceId, before.cursor)).cursor; // reads past the moment in the key
      }
      return (send as (...all: unknown[]) => unknown)(command, ...rest);
    }) as never);
    await writeFeed([{ workspaceId, line: line(id, 1) }]);
    later(20_000);
    expect(names((await readOn(workspaceId, skipping.cursor)).items)).toEqual([`${id} 1`]);
  });
  test('and of which none has is made once', async () => {
    const workspaceId = newId('workspace');
    paused(1000);
    await writeFeed([{ workspaceId, line: line(newId('deal'), 1) }]);
    later(20_000);
    expect((await readOn(workspaceId)).items).toHaveLength(1);
  });
});

test('what the table does not take is answered, with whatever follows of that record', async () => {
  const workspaceId = newId('workspace');
  const [sad, glad] = [newId('deal'), newId('deal')];
  const told = [line(sad, 1), line(glad, 1), line(sad, 2), line(sad, 3)].map((one) => ({
    workspaceId,
    line: one,
  }));
  const send = db.send.bind(db);
  vi.spyOn(db, 'send').mockImplementation((async (command: BatchWriteCommand, ...rest: never[]) => {
    const [[table = '', requests = []] = []] = Object.entries(command.input.RequestItems ?? {});
    const isSad = (one: (typeof requests)[number]) =>
      (one.PutRequest?.Item?.record as { id?: string })?.id === sad;
    const taken = requests.filter((one) => !isSad(one));
    if (taken.length > 0)
      await (send as (...all: unknown[]) => unknown)(
        new BatchWriteCommand({ RequestItems: { [table]: taken } }),
        ...rest,
      );
    return { UnprocessedItems: { [table]: requests.filter(isSad) } };
  }) as never);
  const left = await writeFeed(told);
  expect(names(left.map((one) => one.line))).toEqual([`${sad} 1`, `${sad} 2`, `${sad} 3`]);
  vi.restoreAllMocks();
  later(20_000);
  expect(names((await readOn(workspaceId)).items)).toEqual([`${glad} 1`]);
});

/** One step of a run: changes that come in a batch, a batch that dies on the way and comes again, time that passes, a reader that looks. */
const Step = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    records: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 }),
  }),
  fc.record({
    do: fc.constant('dies' as const),
    records: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 8 }),
    after: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({ do: fc.constant('passes' as const), ms: fc.integer({ min: 1, max: 15_000 }) }),
  fc.record({ do: fc.constant('reads' as const), limit: fc.integer({ min: 1, max: 6 }) }),
);

type Told = { workspaceId: string; line: FeedLine };
/** The function dies after so many writes, and the stream gives the batch again. */
async function diesAndRepeats(told: Told[], after: number): Promise<void> {
  const send = db.send.bind(db) as (...all: unknown[]) => unknown;
  let writes = 0;
  const dying = vi.spyOn(db, 'send').mockImplementation((async (...all: unknown[]) => {
    if (writes++ >= after) throw new Error('killed');
    return send(...all);
  }) as never);
  await writeFeed(told).catch(() => undefined);
  dying.mockRestore();
  later(700);
  await writeFeed(told);
}

function aRun() {
  const workspaceId = newId('workspace');
  const ids = Array.from({ length: 5 }, () => newId('deal'));
  const versions = new Map<string, number>();
  const [made, seen]: [string[], FeedLine[]] = [[], []];
  let cursor: string | undefined;
  const nextOf = (n: number): Told => {
    const id = ids[n] ?? '';
    versions.set(id, (versions.get(id) ?? 0) + 1);
    const one = line(id, versions.get(id) ?? 0);
    made.push(...names([one]));
    return { workspaceId, line: one };
  };
  const steps = {
    write: async ({ records }: { records: number[] }) => void (await writeFeed(records.map(nextOf))),
    dies: ({ records, after }: { records: number[]; after: number }) =>
      diesAndRepeats(records.map(nextOf), after),
    passes: async ({ ms }: { ms: number }) => void later(ms),
    reads: async ({ limit }: { limit: number }) => {
      const { body } = await ask(workspaceId, { limit: String(limit), ...(cursor && { cursor }) });
      seen.push(...body.items);
      cursor = body.cursor;
    },
  };
  const end = async () => {
    later(60_000);
    seen.push(...(await readOn(workspaceId, cursor, 7)).items);
  };
  return { ids, made, seen, steps: steps as Record<string, (step: never) => Promise<void>>, end };
}
const versionsOf = (lines: FeedLine[], id: string) =>
  firstSights(lines.filter(({ record }) => record.id === id)).map((name) => Number(name.split(' ')[1]));

test('however writers write, die, repeat and stand still, a reader sees every change, and a record’s in the order of its versions', () =>
  fc.assert(
    fc.asyncProperty(fc.array(Step, { minLength: 5, maxLength: 25 }), async (all) => {
      vi.setSystemTime(noon);
      const { ids, made, seen, steps, end } = aRun();
      for (const step of all) await steps[step.do]?.(step as never);
      await end();
      expect(firstSights(seen).toSorted()).toEqual(made.toSorted());
      for (const id of ids) {
        const order = versionsOf(seen, id);
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }
    }),
    { numRuns: 12 },
  ));

test('lines end by themselves after a month, and hold no values', async () => {
  const workspaceId = newId('workspace');
  await writeFeed([{ workspaceId, line: line(newId('deal'), 1) }]);
  const [item] = (await Array.fromAsync(readAll())).filter(({ pk }) =>
    pk.startsWith(`WS#${workspaceId}#FEED`),
  );
  const days = (Number(item?.expiresAt) - Date.now() / 1000) / 86_400;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(32);
});

test('a page may be asked of the store from any position', async () => {
  const workspaceId = newId('workspace');
  const { lines, caughtUp } = await feedPage(workspaceId, now(), 10, now()); // a cursor of a clock that is ahead
  expect({ lines, caughtUp }).toEqual({ lines: [], caughtUp: true });
});
