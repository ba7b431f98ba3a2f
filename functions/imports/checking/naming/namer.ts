import type { Actor } from '../../../../shared/core/actor.ts';
import { type GovernedKind, hasHideable } from '../../../../shared/core/policy.ts';
import { hiddenAnywhere } from '../../../../shared/core/rights.ts';
import { within } from '../../../../shared/core/scope.ts';
import { pipelinePage } from '../../../../shared/deals/deal-store.ts';
import type { Pipeline } from '../../../../shared/deals/pipeline.ts';
import { isHere, type User } from '../../../../shared/identity/user.ts';
import { userPage } from '../../../../shared/identity/user-store.ts';
import { splitName } from '../../../../shared/imports/cleaning/split-name.ts';
import { type Owned, type RecordType, uniqueOf } from '../../../../shared/platform/record-type.ts';
import { plain } from '../../../../shared/search/fold.ts';
import { typeNamed } from '../../../records/types/record-types.ts';
import { havingName } from './by-name.ts';
import { memo } from './memo.ts';

/** A record that is named: by its id, or why it is none. */
export type Found = { id: string } | { code: 'unknown' | 'ambiguous' };

async function usersOf(workspaceId: string): Promise<User[]> {
  const all: User[] = [];
  let cursor: string | undefined;
  do {
    const page = await userPage(workspaceId, { limit: 100, ...(cursor && { cursor }) });
    all.push(...page.items.filter(isHere));
    cursor = page.cursor;
  } while (cursor);
  return all;
}

const only = (found: readonly { id: string }[]): Found => {
  const [first, second] = found;
  if (!first) return { code: 'unknown' };
  return second ? { code: 'ambiguous' } : { id: first.id };
};

function isHidden(
  actor: Actor,
  { of: { kind }, shape }: RecordType<Owned, object, object>,
  by: string,
): boolean {
  return hasHideable(kind) && hiddenAnywhere(actor, kind).has(shape.matched?.[by] ?? by);
}

/**
 * Finds what rows name, in reach of who imports and nowhere else: colleagues by address or name, records by a key or by name,
 * stages by name. Each name is asked for once.
 */
export async function namerOf(actor: Actor) {
  const { workspaceId } = actor;
  const scope = within(actor);
  const keyed = memo(async (asked): Promise<Found> => {
    const [kind = '', by = '', ...written] = asked.split('\n');
    const type = typeNamed(kind) as RecordType<Owned, object, object>;
    if (isHidden(actor, type, by)) return { code: 'unknown' }; // what is found would tell who has it
    const value = await uniqueOf(type, by, written.join('\n'), { actor });
    const found = await type.store.findByUnique(scope, value);
    return found ? { id: found.id } : { code: 'unknown' };
  });
  const named = memo(async (asked): Promise<Found> => {
    const [kind = '', ...name] = asked.split('\n');
    return only(await havingName(kind as GovernedKind, scope, name.join('\n')));
  });
  const users = memo(() => usersOf(workspaceId));
  const pipelines = memo(
    async (): Promise<Pipeline[]> => (await pipelinePage(workspaceId, { limit: 100 })).items,
  );
  return {
    byKey: (kind: GovernedKind, by: string, value: string) => keyed(`${kind}\n${by}\n${value}`),
    byName: (kind: GovernedKind, name: string) => named(`${kind}\n${name}`),
    /** A person by a name as it is written in one field. */
    contact(written: string): Promise<Found> {
      const { lastName = '', firstName = '' } = splitName(written);
      return named(`contact\n${lastName} ${firstName}`);
    },
    async user(written: string): Promise<Found> {
      const all = await users('');
      const byEmail = all.filter(({ email }) => email.toLowerCase() === written.toLowerCase());
      return byEmail.length > 0
        ? only(byEmail)
        : only(all.filter(({ name }) => plain(name) === plain(written)));
    },
    userNames: async () => (await users('')).flatMap(({ name, email }) => [name, email]),
    pipelines: () => pipelines(''),
  };
}
export type Namer = Awaited<ReturnType<typeof namerOf>>;
