import type { Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { mergePatch } from '../../../shared/core/patch.ts';
import { hasHideable, type Permission, recordPermission } from '../../../shared/core/policy.ts';
import { within } from '../../../shared/core/scope.ts';
import { type Owned, type RecordType, uniqueOf } from '../../../shared/platform/record-type.ts';
import { type Match, parsePart } from '../../../shared/platform/request.ts';
import { changeOne, makeOne } from './write.ts';

const matchMissing = (field: string) => {
  const detail = `The body has no ${field} to find the record by.`;
  const errors = [{ pointer: `/${field}`, code: 'match_missing', detail }];
  return new AppError('invalid', 'match_missing', detail, { errors });
};
const isTaken = (error: unknown) => error instanceof AppError && error.kind === 'conflict';

const permissionMissing = (needed: Permission) =>
  new AppError(
    'forbidden',
    'permission_missing',
    `It is there already: this needs the permission ${needed}.`,
  );
const notThere = (field: string) =>
  new AppError('precondition_failed', 'version_mismatch', `No record has this ${field}; leave out If-Match.`);

/** What a body has of a key, as it is written. Throws `match_missing`. */
function writtenIn<T extends Owned, Patch extends object>(
  { shape, written }: Pick<RecordType<T, never, Patch>, 'shape' | 'written'>,
  by: string,
  body: Patch,
): string {
  const value = written ? written(by, body) : (body as Record<string, unknown>)[by];
  if (typeof value === 'string') return value;
  throw matchMissing(shape.matched?.[by] ?? by);
}

/** Who is found by the external id of a record that was merged into it keeps its own: both ids go on finding it. */
function keepingOwnId<Patch extends object>(record: object, by: string, patch: Patch): Patch {
  const { externalId: own } = record as { externalId?: string };
  const { externalId: asked, ...rest } = patch as Patch & { externalId?: string };
  return by === 'externalId' && own !== asked ? (rest as Patch) : patch;
}

/** A body of `PUT` as a new record has it: what a patch clears is not there. */
const asNew = (body: object): object => mergePatch({}, body);

/**
 * Changes the record that a key finds, or makes it. Where another request makes it in between, that one is changed; where the
 * key is of a record out of sight, the conflict stands as it does for a new one. With If-Match nothing is made.
 */
export async function upsertOne<T extends Owned, New extends object, Patch extends object>(
  type: RecordType<T, New, Patch>,
  matchBy: string,
  body: Patch,
  by: Context,
  match?: Match,
): Promise<{ record: T; isNew: boolean }> {
  const { kind } = type.of;
  const field = type.shape.matched?.[matchBy] ?? matchBy;
  if (hasHideable(kind)) assertMayAsk(by.actor, kind, [field]); // what is found would tell who has it
  const value = await uniqueOf(type, matchBy, writtenIn(type, matchBy, body), by);
  const find = () => type.store.findByUnique(within(by.actor), value);
  const change = async (found: T) => {
    const needed = recordPermission(kind, 'edit');
    if (!by.actor.permissions.includes(needed)) throw permissionMissing(needed);
    const adapt = async (record: T) =>
      keepingOwnId(record, matchBy, (await type.matched?.(record, body, by)) ?? body);
    return { record: await changeOne(type, found.id, body, by, { match, adapt }), isNew: false };
  };
  const found = await find();
  if (found) return change(found);
  if (match !== undefined) throw notThere(field);
  const given = parsePart(type.shape.created, asNew(body)) as New;
  try {
    return { record: await makeOne(type, given, by), isNew: true };
  } catch (error) {
    const since = isTaken(error) ? await find() : undefined;
    if (!since) throw error;
    return change(since);
  }
}
