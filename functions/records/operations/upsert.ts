import type { Context } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { recordPermission } from '../../../shared/core/policy.ts';
import { within } from '../../../shared/core/scope.ts';
import type { Owned, RecordType } from '../../../shared/platform/record-type.ts';
import { parsePart } from '../../../shared/platform/request.ts';
import { changeOne, makeOne } from './write.ts';

const matchMissing = (field: string) => {
  const detail = `The body has no ${field} to find the record by.`;
  const errors = [{ pointer: `/${field}`, code: 'match_missing', detail }];
  return new AppError('invalid', 'match_missing', detail, { errors });
};
const isTaken = (error: unknown) => error instanceof AppError && error.kind === 'conflict';

/** A body of `PUT` as a new record has it: what a patch clears is not there. */
const asNew = (body: object): object =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));

/**
 * Changes the record that a key finds, or makes it. Where another request makes it in between, that one is changed; where the
 * key is of a record out of sight, the conflict stands as it does for a new one.
 */
export async function upsertOne<T extends Owned, New extends object, Patch extends object>(
  type: RecordType<T, New, Patch>,
  matchBy: string,
  body: Patch,
  by: Context,
): Promise<{ record: T; isNew: boolean }> {
  const value = await type.match(matchBy, body, by);
  if (!value) throw matchMissing(matchBy);
  const find = () => type.store.findByUnique(within(by.actor), value);
  const change = async (found: T) => {
    if (!by.actor.permissions.includes(recordPermission(type.of.kind, 'edit'))) {
      const needed = recordPermission(type.of.kind, 'edit');
      throw new AppError(
        'forbidden',
        'permission_missing',
        `It is there already: this needs the permission ${needed}.`,
      );
    }
    const patch = (await type.matched?.(found, body, by)) ?? body;
    return { record: await changeOne(type, found.id, patch, by), isNew: false };
  };
  const found = await find();
  if (found) return change(found);
  const given = parsePart(type.shape.created, asNew(body)) as New;
  try {
    return { record: await makeOne(type, given, by), isNew: true };
  } catch (error) {
    const since = isTaken(error) ? await find() : undefined;
    if (!since) throw error;
    return change(since);
  }
}
