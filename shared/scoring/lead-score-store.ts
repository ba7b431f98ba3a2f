import { contactActivitiesPk } from '../activities/activity-projection.ts';
import type { Did } from '../activities/behaviour.ts';
import type { Contact } from '../contacts/contact.ts';
import { contactRecord } from '../contacts/contact.ts';
import { AppError } from '../core/errors.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { commit, type Write } from '../platform/commit.ts';
import { getItems, queryItems } from '../platform/dynamo.ts';
import { type Ids, idsOf, standing } from '../platform/merged.ts';
import { parseContext } from '../platform/parse-context.ts';
import { recordStore } from '../platform/record-store.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { definitionOf, isNews, reckonLead } from './lead-score.ts';
import { hotType, type LeadScore, leadScoreOf, scoredType, scoreKey } from './score-item.ts';
import { scoringModelKey, scoringModelOf } from './scoring-model.ts';
import { rulesWhereNone, type ScoringRules, scoringRulesId, scoringRulesRecord } from './scoring-rules.ts';

export const scoringRulesStore = recordStore(scoringRulesRecord);

/** SCORE-2: by what a workspace reckons; its own rules, or the built-in ones. One GetItem. */
export const readScoringRules = async (workspaceId: string): Promise<ScoringRules> =>
  (await scoringRulesStore.find(workspaceId, scoringRulesId(workspaceId))) ?? rulesWhereNone(workspaceId);

const mostActivities = 50;
/** SCORE-3: what a contact did, of its newest 50 activities, up to a moment (ISO 8601); a Query for each of its ids. */
export async function behaviourBefore(workspaceId: string, ids: Ids, now: string): Promise<Did[]> {
  const pages = await Promise.all(
    ids.map((id) => {
      const pk = contactActivitiesPk(workspaceId, id);
      return queryItems({ pk, to: `${now}~`, newestFirst: true, limit: mostActivities, consistent: true });
    }),
  );
  const newest = pages.flatMap(({ items }) => items).toSorted((a, b) => (a.sk < b.sk ? 1 : -1));
  return newest
    .slice(0, mostActivities)
    .flatMap(({ did }) => (did ?? []) as Did[])
    .filter(([, at]) => at <= now);
}

/** SCORE-1, SCORE-2: by what leads are scored, and what is kept of this one; one BatchGet. */
async function scoringAnd(workspaceId: string, contactId: string) {
  const rulesKey = scoringRulesStore.keyOf(workspaceId, scoringRulesId(workspaceId));
  const modelKey = scoringModelKey(workspaceId, 'lead');
  const key = scoreKey(workspaceId, contactId);
  const [items, { timeZone }] = await Promise.all([
    getItems([rulesKey, modelKey, key]),
    workspaceOf(workspaceId),
  ]);
  const own = items.get(nameOf(rulesKey));
  return {
    by: {
      rules: own ? scoringRulesStore.parse(own) : rulesWhereNone(workspaceId),
      model: scoringModelOf(items.get(nameOf(modelKey)), 'lead'),
      timeZone,
    },
    kept: leadScoreOf(items.get(nameOf(key))),
  };
}

const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'The contact was scored at the same moment.');
function scoreWrite(workspaceId: string, contactId: string, kept: LeadScore, next: object): Write {
  const guard =
    kept.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': kept.version } };
  const Item = {
    ...next,
    ...scoreKey(workspaceId, contactId),
    workspaceId,
    contactId,
    version: kept.version + 1,
  };
  return { action: { Put: { Item, ...guard } }, refused: raceLost };
}

/** The contact that an id means now, with all ids that it is named by; nothing of one that is deleted. */
export async function contactMeant(workspaceId: string, contactId: string) {
  const item: Item | undefined = await standing(workspaceId, 'contact', contactId);
  if (!item || item.deletedAt) return undefined;
  const contact: Contact = contactRecord.schema.parse(item, parseContext());
  return { contact, ids: idsOf(contact) };
}

/**
 * SCORE-4: writes beside a contact what its score is now, if that says anything new: a BatchGet, MERGE-1, and a Query for each of its
 * ids; then one write (and a look at what it went by), and one transaction of the projector. Of one that was merged, beside the
 * contact that it was merged into. What is kept is read first, so that of two at once the one that saw less is refused.
 * Throws `version_conflict`.
 */
export async function scoreContact(workspaceId: string, contactId: string, now: string): Promise<void> {
  const { by, kept } = await scoringAnd(workspaceId, contactId);
  const meant = await contactMeant(workspaceId, contactId);
  if (!meant) return;
  const { contact, ids } = meant;
  if (contact.id !== contactId) return scoreContact(workspaceId, contact.id, now);
  const did = contact.erasedAt ? [] : await behaviourBefore(workspaceId, ids, now);
  const next = reckonLead(by, { contact, did }, now);
  if (!isNews(kept, next)) return;
  const type = next.isHot ? hotType : scoredType;
  await commit([scoreWrite(workspaceId, contactId, kept, { ...next, type })]);
  // Whoever goes through all contacts after a change of the rules may have come by before this was written.
  const { by: since } = await scoringAnd(workspaceId, contactId);
  if (definitionOf(since) !== definitionOf(by)) await scoreContact(workspaceId, contactId, now);
}
