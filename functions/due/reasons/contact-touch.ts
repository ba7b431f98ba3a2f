import { touchContact } from '../../../shared/contacts/contact-touch-store.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';

/** What was planned with a contact has happened by now: the projector moves the entry to what is planned next. */
export const contactTouchDue = ({ workspaceId, id }: DueEntry, now: string): Promise<void> =>
  retryLostRace(() => touchContact(workspaceId, id, now));
