import { workspacePk } from '../core/record.ts';
import { ownerPk } from '../core/scoped-list.ts';

/** TODAY-1: what of one owner's asks for attention; nobody's has a place of its own. */
export const todayPk = (
  workspaceId: string,
  section: 'idle' | 'closing' | 'hot' | 'quiet',
  ownerId: string | undefined,
) => ownerPk(`${workspacePk(workspaceId)}#TODAY#${section.toUpperCase()}`, ownerId);

/** Deals that will probably be won stand before all that close soon, whenever they close. */
const likely = 0.7;
export const closingSk = (probability: number, closeOn: string | undefined): string | undefined => {
  if (probability >= likely) return `0#${closeOn ?? '~'}`;
  return closeOn && `1#${closeOn}`;
};
/** The end of what closes until a day (YYYY-MM-DD), that day included. */
export const closingUntil = (day: string) => `1#${day}~`;
