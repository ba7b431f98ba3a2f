import { changedFields } from '../../../shared/platform/change-store.ts';
import type { LiveRule } from '../../../shared/rules/live.ts';
import { changesCustom, customAsked, type Happened } from '../../../shared/rules/match.ts';

/**
 * Whether an event begins a rule that names it: of custom fields it says only that one of them changed, and its change says which. CHANGE-1: one
 * GetItem, of rules for custom fields alone. Where the change is gone, the event's word counts.
 */
export async function isMeant({ trigger, kind }: LiveRule, event: Happened): Promise<boolean> {
  const keys = customAsked(trigger, event);
  if (keys.length === 0) return true;
  const change = await changedFields(kind, { ...event, data: { recordId: String(event.data.recordId) } });
  return change === undefined || changesCustom(change, keys);
}
