import { AppError } from '../../../shared/core/errors.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing, type Kept, type RecordBase } from '../../../shared/core/record.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { Made } from '../../../shared/platform/api.ts';
import type { Match } from '../../../shared/platform/request.ts';

type Putting<T extends RecordBase> = {
  find: () => Promise<T | undefined>;
  decide: (before: T | undefined) => Kept<T>;
  save: (change: Kept<T>) => Promise<void>;
};

function assertThere(match: Match): void {
  if (match === undefined) return;
  throw new AppError('precondition_failed', 'version_mismatch', 'There is none yet; leave out If-Match.');
}

/**
 * Changes what a key finds, or makes it. A lost race is decided again, so that of two that make it at once the second changes what
 * the first has made; what changes nothing is not written.
 */
export const putOne = <T extends RecordBase>(
  { find, decide, save }: Putting<T>,
  match: Match,
): Promise<T | Made<T>> =>
  retryLostRace(async () => {
    const before = await find();
    if (before) assertMatch(before, match);
    else assertThere(match);
    const change = decide(before);
    if (before && changesNothing(change)) return before;
    await save(change);
    return before ? change.after : new Made(change.after);
  });
