import { queryItems } from '../platform/dynamo.ts';
import type { MatchFacts } from './facts.ts';
import { matchPk } from './match-entries.ts';
import { matchKeys, mostSharing } from './match-keys.ts';

/** The most records that one is compared with at once. */
const mostCandidates = 200;

/** DUPLICATE-1: those that have a key; none where it is common, which says nothing of who is meant. */
async function sharing(pk: string): Promise<string[]> {
  const { items } = await queryItems({ pk, limit: mostSharing + 1, consistent: true });
  return items.length > mostSharing ? [] : items.map(({ sk }) => sk);
}

/**
 * Whom a record may be: those that share a key with it, the most keys first, and of as many those with the surer one; at most 200. One
 * Query a key, 24 at most. `except`: the record itself.
 */
export async function candidatesFor(
  workspaceId: string,
  facts: MatchFacts,
  except?: string,
): Promise<string[]> {
  const lists = await Promise.all(
    matchKeys(facts).map((key) => sharing(matchPk(workspaceId, facts.kind, key))),
  );
  const counts = new Map<string, number>();
  for (const id of lists.flat()) if (id !== except) counts.set(id, (counts.get(id) ?? 0) + 1);
  const nearest = [...counts].sort(([, one], [, other]) => other - one); // stable: the surest keys come first
  return nearest.slice(0, mostCandidates).map(([id]) => id);
}
