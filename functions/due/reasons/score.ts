import type { DueEntry } from '../../../shared/core/due.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { scoreContact } from '../../../shared/scoring/lead-score-store.ts';

/** What was done counts less by now: the projector moves the entry to when it will count less again. */
export const scoreDue = ({ workspaceId, id }: DueEntry, now: string): Promise<void> =>
  retryLostRace(() => scoreContact(workspaceId, id, now));
