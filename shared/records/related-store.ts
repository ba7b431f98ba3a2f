import type { IdKind } from '../core/ids.ts';
import type { GovernedKind } from '../core/policy.ts';
import { recordKey, timelineSk } from '../core/record.ts';
import { partition } from '../privacy/items-store.ts';
import { relatedPk } from './list-entries.ts';
import { trashedRelatedPk } from './references.ts';

type To = { kind: IdKind; id: string };
const timeline = { from: timelineSk('', '').slice(0, 1), to: '$' }; // the character behind `#`

/**
 * LIST-3, TRASH-2: the ids of the records of a kind that name a record, those in the trash too; a Query a hundred. An activity
 * that names a deal stands on the deal's timeline alone.
 */
export async function* relatedIds(workspaceId: string, to: To, of: GovernedKind): AsyncGenerator<string> {
  for (const pk of [relatedPk(workspaceId, to, of), trashedRelatedPk(workspaceId, to, of)])
    for await (const { id } of partition({ pk })) yield String(id);
  if (of !== 'activity' || to.kind !== 'deal') return;
  const { pk } = recordKey(workspaceId, to.kind, to.id);
  for await (const { type, id } of partition({ pk, ...timeline })) if (type === 'activity') yield String(id);
}
