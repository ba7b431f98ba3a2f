import { contactRecord } from '../../../shared/contacts/contact.ts';
import { systemContext } from '../../../shared/core/actor.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { erasureIdOf } from '../../../shared/privacy/erasure.ts';
import type { LedgerEntry } from '../../../shared/privacy/ledger.ts';
import { beginErasure } from './begin.ts';
import { type How, runErasure } from './run.ts';

/** `again`: the person was back and is erased anew. `looked`: they were erased still. `never`: the table does not know them. */
export type Replayed = 'again' | 'looked' | 'never';

/**
 * Makes a table that was restored agree with an entry of the ledger: whoever is back is erased again, whatever is left of
 * an erasure that was under way is finished. A person who has come back by themselves since is another contact, and stays.
 * May be repeated.
 */
export async function replayErasure(
  { workspaceId, contactId, addresses }: LedgerEntry,
  { now, look }: Pick<How, 'now' | 'look'>,
): Promise<Replayed> {
  const contact = await recordStore(contactRecord).find(workspaceId, contactId);
  if (!contact) return 'never';
  const by = systemContext(workspaceId, 'system', 'restore', now, 'restore');
  if (!contact.erasedAt) await beginErasure(contactId, by, addresses);
  const how = { now, look, isTimeLeft: () => true, again: true };
  await runErasure(workspaceId, erasureIdOf(contactId), how);
  return contact.erasedAt ? 'looked' : 'again';
}
