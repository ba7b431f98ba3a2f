import type { Context } from '../../../shared/core/actor.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import type { Kept } from '../../../shared/core/record.ts';
import type { Import } from '../../../shared/imports/import.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import type { Write } from '../../../shared/platform/commit.ts';
import type { Match } from '../../../shared/platform/request.ts';

type Asked = Context & { params: { importId: string }; match: Match };
type Decided = { change: Kept<Import>; also?: Write[] };

/** Asks something of an import, which goes on in the background: it is decided by the import as it is, and stored with that. */
export async function asked(
  { params, match, ...by }: Asked,
  decide: (one: Import, by: Context) => Decided | Promise<Decided>,
): Promise<Import> {
  const one = await importStore.get(by.actor.workspaceId, params.importId);
  assertMatch(one, match);
  const { change, also } = await decide(one, by);
  await importStore.save(change, by, also);
  return change.after;
}
