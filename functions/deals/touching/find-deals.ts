import type { FieldChanges } from '../../../shared/core/record.ts';
import { contactDealIds } from '../../../shared/deals/clock-store.ts';

/** Deals by name; where there is none, all open ones of the contact. */
export type Names = { dealIds: string[]; contactId?: string | undefined };

/** The deals that a record touches as it is now. */
export async function dealsTouched(workspaceId: string, { dealIds, contactId }: Names): Promise<string[]> {
  if (dealIds.length > 0 || !contactId) return dealIds;
  return contactDealIds(workspaceId, contactId, ['open']);
}

const texts = (value: unknown): string[] => [value].flat().filter((one) => typeof one === 'string');

/**
 * The deals that a record may have touched before a change, and does no more: those that the change took from it, and
 * all of the contacts whose deals it may have stood for. A deal that holds no plan of it is not written.
 */
export async function dealsOnceTouched(
  workspaceId: string,
  fields: FieldChanges,
  contactId: string | undefined,
): Promise<string[]> {
  const contacts = new Set([...texts(fields.contactId?.before), ...texts(contactId)]);
  const theirs = await Promise.all(
    [...contacts].map((id) => contactDealIds(workspaceId, id, ['open', 'closed'])),
  );
  return [...texts(fields.dealIds?.before), ...texts(fields.dealId?.before), ...theirs.flat()];
}
