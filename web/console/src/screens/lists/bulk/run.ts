import { type Fault, RapportError } from '../../../../../client/src/index.ts';
import { isProblem, isStale } from '../../../api/client.ts';
import type { AnyRecord, Kind } from '../../../api/kinds.ts';
import { pathOf } from '../../../api/records.ts';
import { act } from '../../../api/write.ts';
import type { Change } from './change.ts';

export type Done = { before: AnyRecord; after: AnyRecord };
export type Failure = { record: AnyRecord; error: RapportError };
export type Outcome = { done: Done[]; failed: Failure[] };
/** Told after each request how many records are through. */
type Told = (through: number) => void;
export type Running = { signal: AbortSignal; told: Told };

type Result = {
  status: number;
  record?: AnyRecord;
  error?: { code: string; detail: string; errors?: Fault[] };
};
type Results = { results: Result[] };

const mostInBatch = 100;
const rivals = 3;
/** How often a record that others change in between is read again and changed anew. */
const mostTries = 3;

function* chunks<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
/** Does a few at a time, and takes up nothing more once it is stopped. */
async function eachOf<T>(jobs: Iterable<T>, signal: AbortSignal, work: (job: T) => Promise<void>) {
  const rest = Iterator.from(jobs);
  const worker = async () => {
    for (const job of rest) {
      if (signal.aborted) return;
      await work(job);
    }
  };
  await Promise.all(Array.from({ length: rivals }, worker));
}

const errorOf = (what: string, error: unknown) =>
  error instanceof RapportError
    ? error
    : new RapportError(what, 0, { code: 'network', detail: String(error) });

async function batch(kind: Kind, act_: 'update' | 'read', body: unknown, count: number): Promise<Result[]> {
  const path = `${pathOf(kind)}/batch/${act_}`;
  try {
    return (await act<Results>({ method: 'POST', path, body })).results;
  } catch (error) {
    const { status, code, detail } = errorOf(path, error);
    return Array.from({ length: count }, () => ({ status, error: { code, detail } }));
  }
}
const failureOf = (kind: Kind, { status, error }: Result) =>
  new RapportError(`PATCH ${pathOf(kind)}`, status, error ?? {});

/** Reads those that others changed in between, so that they are changed as they are now. */
async function fresh(kind: Kind, stale: Failure[]): Promise<AnyRecord[]> {
  const ids = stale.map(({ record }) => record.id);
  const results = await batch(kind, 'read', { ids }, ids.length);
  return results.flatMap(({ record }) => record ?? []);
}

async function updateBatch(kind: Kind, records: AnyRecord[], change: Change, tries = 1): Promise<Outcome> {
  const meant = records.flatMap((before) => {
    const patch = change(before);
    return patch ? [{ before, item: { id: before.id, version: before.version, ...patch } }] : [];
  });
  if (meant.length === 0) return { done: [], failed: [] };
  const results = await batch(kind, 'update', { items: meant.map(({ item }) => item) }, meant.length);
  const outcome: Outcome = { done: [], failed: [] };
  for (const [at, { before }] of meant.entries()) {
    const result = results[at] ?? { status: 0 };
    if (result.record) outcome.done.push({ before, after: result.record });
    else outcome.failed.push({ record: before, error: failureOf(kind, result) });
  }
  const stale = outcome.failed.filter(({ error }) => isStale(error));
  if (stale.length === 0 || tries >= mostTries) return outcome;
  const again = await updateBatch(kind, await fresh(kind, stale), change, tries + 1);
  const retried = new Set([
    ...again.done.map(({ before }) => before.id),
    ...again.failed.map((f) => f.record.id),
  ]);
  return {
    done: [...outcome.done, ...again.done],
    failed: [...outcome.failed.filter(({ record }) => !retried.has(record.id)), ...again.failed],
  };
}

/** Changes records a hundred a request, each on the version that was read. */
export async function updateAll(
  kind: Kind,
  records: readonly AnyRecord[],
  change: Change,
  { signal, told }: Running,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], failed: [] };
  let through = 0;
  await eachOf(chunks(records, mostInBatch), signal, async (chunk) => {
    const { done, failed } = await updateBatch(kind, chunk, change);
    outcome.done.push(...done);
    outcome.failed.push(...failed);
    through += chunk.length;
    told(through);
  });
  return outcome;
}

/** Does something to records one by one, where there is no batch of it. */
export async function oneByOne(
  records: readonly AnyRecord[],
  work: (record: AnyRecord) => Promise<unknown>,
  { signal, told }: Running,
): Promise<Outcome> {
  const outcome: Outcome = { done: [], failed: [] };
  let through = 0;
  await eachOf(records, signal, async (record) => {
    try {
      await work(record);
      outcome.done.push({ before: record, after: record });
    } catch (error) {
      outcome.failed.push({ record, error: errorOf(record.id, error) });
    }
    told(++through);
  });
  return outcome;
}

/** Into the trash; what is not there any more is as it should be. */
export const deleteAll = (kind: Kind, records: readonly AnyRecord[], running: Running) =>
  oneByOne(
    records,
    async ({ id }) => {
      try {
        await act({ method: 'DELETE', path: pathOf(kind, id) });
      } catch (error) {
        if (!isProblem(error, `${kind}_not_found`)) throw error;
      }
    },
    running,
  );

/** Tasks that are done; those that are so already stay as they are. */
export const completeAll = (tasks: readonly AnyRecord[], running: Running) =>
  oneByOne(
    tasks.filter(({ status }) => status !== 'done'),
    ({ id }) => act({ method: 'POST', path: `${pathOf('task', id)}/complete` }),
    running,
  );
