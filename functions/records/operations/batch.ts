import * as z from 'zod';
import type { Context, Once } from '../../../shared/core/actor.ts';
import { AppError, invalidField, notFound } from '../../../shared/core/errors.ts';
import { within } from '../../../shared/core/scope.ts';
import { logger } from '../../../shared/platform/logger.ts';
import { AlreadyAnswered, answerOf, earlierAnswer } from '../../../shared/platform/once.ts';
import { problemBody, shownTo } from '../../../shared/platform/problem.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { parsePart } from '../../../shared/platform/request.ts';
import { someAtOnce } from '../../../shared/platform/some-at-once.ts';
import { changeOne, makeOne } from './write.ts';

const atOnce = 8;
type Result = { status: number; record?: unknown; error?: unknown };

const each = <I>(items: readonly I[], work: (item: I, place: number) => Promise<Result>): Promise<Result[]> =>
  someAtOnce(items, atOnce, work);

async function problemFor(error: unknown, { actor, cause = '' }: Context): Promise<Result> {
  if (!(error instanceof AppError)) logger.error('unhandled error', { error: error as Error });
  const body = problemBody(await shownTo(actor, error), cause);
  return { status: body.status, error: body };
}

/** An item's share of the batch's Idempotency-Key: what it made is kept as its own answer, in its own transaction. */
const ofItem = (once: Once, place: number, status: number): Once => ({
  key: `${once.key}\n${place}`,
  fingerprint: once.fingerprint,
  answer: (value) => ({ status, body: JSON.stringify(value) }),
});
const replay = ({ status, body }: { status: number; body?: string | undefined }): Result => ({
  status,
  record: body && JSON.parse(body),
});

async function once(
  by: Context,
  place: number,
  status: number,
  work: (by: Context) => Promise<unknown>,
): Promise<Result> {
  const { once: whole, ...rest } = by;
  const own = whole && ofItem(whole, place, status);
  try {
    const earlier = own && (await earlierAnswer(by, own));
    if (earlier) return replay(earlier);
    return { status, record: await work({ ...rest, ...(own && { once: own }) }) };
  } catch (error) {
    if (own && error instanceof AlreadyAnswered && error.item)
      return replay(answerOf(error.item, own.fingerprint));
    return problemFor(error, by);
  }
}

type Any<T extends Owned> = RecordType<T, object, object>;

/** Makes each, 201; with an Idempotency-Key a batch that is sent again makes only what was not made. */
export const makeEach = <T extends Owned>(type: Any<T>, items: readonly unknown[], by: Context) =>
  each(items, (item, place) =>
    once(by, place, 201, (own) => makeOne(type, parsePart(type.shape.created, item), own)),
  );

/** Does the same with each of some records, 200; safe to repeat by itself. */
export const eachRecord = (
  ids: readonly string[],
  by: Context,
  work: (id: string) => Promise<unknown>,
): Promise<Result[]> =>
  each(ids, async (id) => {
    try {
      return { status: 200, record: await work(id) };
    } catch (error) {
      return problemFor(error, by);
    }
  });

/** Which record an item changes, and perhaps on which version. */
const Named = z.object({ id: z.string().max(40), version: z.int().positive().optional() });
const idIn = (item: unknown) => (item as { id?: unknown } | null)?.id;
const repeated = () =>
  invalidField(
    '/id',
    'repeated',
    'An item of the batch changes this record already: which is last, nobody could say.',
  );

/** Changes each, 200; a record is named once. */
export const changeEach = <T extends Owned>(type: Any<T>, items: readonly unknown[], by: Context) =>
  each(items, (item, place) =>
    once(by, place, 200, async (own) => {
      const { id, version } = parsePart(Named, item);
      if (items.findIndex((one) => idIn(one) === id) < place) throw repeated();
      const { id: _, version: __, ...body } = item as Record<string, unknown>;
      const match = version === undefined ? undefined : [version];
      return changeOne(type, id, parsePart(type.shape.patch, body), own, { match });
    }),
  );

/** Reads each, 200 or 404; one BatchGet. */
export async function readEach<T extends Owned>(
  type: Any<T>,
  ids: readonly string[],
  by: Context,
): Promise<Result[]> {
  const { getMany } = type.shown ?? type.store;
  const found = await getMany(within(by.actor), [...new Set(ids)]);
  const byId = new Map(found.map((record) => [record.id, record]));
  return each(ids, async (id) => {
    const record = byId.get(id);
    return record ? { status: 200, record } : problemFor(notFound(type.of.kind, id), by);
  });
}
