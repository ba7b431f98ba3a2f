import { contactRecord } from '../contacts/contact.ts';
import type { Actor } from '../core/actor.ts';
import { nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { mayRead, within } from '../core/scope.ts';
import { getItems } from '../platform/dynamo.ts';
import { parseContext } from '../platform/parse-context.ts';
import { riskSk } from '../risk/risk.ts';
import { type Outlook, outlookOf } from './outlook.ts';
import { scoreSk } from './score-item.ts';

/** SCORE-9: of those contacts that are in sight, in the order of the ids; one BatchGet for each 33. */
export async function outlooksFor(actor: Actor, ids: readonly string[], now: string): Promise<Outlook[]> {
  const scope = within(actor);
  const keysOf = (id: string) => {
    const own = recordKey(actor.workspaceId, 'contact', id);
    return [own, { ...own, sk: scoreSk }, { ...own, sk: riskSk }];
  };
  const unique = [...new Set(ids)];
  const items = await getItems(unique.flatMap(keysOf));
  return unique.flatMap((id) => {
    const [item, ...beside] = keysOf(id).map((key) => items.get(nameOf(key)));
    const contact = item && contactRecord.schema.parse(item, parseContext());
    if (!contact || contact.deletedAt || !mayRead(scope, 'contact', contact.ownerId)) return [];
    const there = beside.filter((one) => one !== undefined);
    return [outlookOf(actor, contact, there, now.slice(0, 10))];
  });
}
