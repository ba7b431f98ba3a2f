import type { Contact } from '../contacts/contact.ts';
import { dueEntry } from '../core/due.ts';
import type { Entry, Item } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { purchasesOf } from '../orders/purchases.ts';
import { isLeftOther, riskOf } from './risk.ts';

/** RISK-2: who has ever bought something, by their first order. */
export const customersPk = (workspaceId: string) => `${workspacePk(workspaceId)}#CUSTOMERS`;

/**
 * Where a contact stands among the customers, and when their risk of leaving is looked at again: at once where it was never reckoned
 * though they have bought, where a field says now that they have left, and where somebody was erased since.
 */
export function riskEntries(contact: Contact, bought: Item | undefined, atRisk: Item | undefined): Entry[] {
  const { workspaceId, id, erasedAt, updatedAt } = contact;
  const [risk, { orderCount, firstOrderAt }] = [riskOf(atRisk), purchasesOf(bought)];
  const due = (at: string) => dueEntry(at, 'contact_risk', workspaceId, 'contact', id);
  if (erasedAt) return risk.lookAt ? [due(erasedAt)] : [];
  if (orderCount === 0 || !firstOrderAt) return risk.lookAt ? [due(risk.lookAt)] : [];
  const customer = { pk: customersPk(workspaceId), sk: `${firstOrderAt}#${id}`, of: 'contact', id };
  const at = isLeftOther(contact, risk) ? updatedAt : (risk.lookAt ?? firstOrderAt);
  return [customer, due(at)];
}
