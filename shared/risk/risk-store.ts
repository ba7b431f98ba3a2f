import { touchOf, touchSk } from '../contacts/contact-touch.ts';
import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { purchasesOf, purchasesSk } from '../orders/purchases.ts';
import { commit } from '../platform/commit.ts';
import { getItem, getItems, queryItems } from '../platform/dynamo.ts';
import { type Ids, idsOf, standing } from '../platform/merged.ts';
import { ratingsOf } from '../ratings/rating-store.ts';
import { readScoringModels } from '../scoring/scoring-store.ts';
import { pressingTicketsPk } from '../tickets/ticket-projection.ts';
import type { Workspace } from '../workspaces/workspace.ts';
import { workspaceOf } from '../workspaces/workspace-store.ts';
import { type Around, reckonedRisk } from './reckon-risk.ts';
import { type Risk, riskOf, riskSk, riskType, saidBy } from './risk.ts';

/** The refusal that `retryLostRace` takes up. */
const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'The risk of the contact was reckoned at the same moment.');

const mostTickets = 10;
async function pressingOf(workspaceId: string, ids: Ids): Promise<number> {
  const pages = await Promise.all(
    ids.map((id) =>
      queryItems({ pk: pressingTicketsPk(workspaceId, id), limit: mostTickets, consistent: true }),
    ),
  );
  return pages.reduce((sum, { items }) => sum + items.length, 0);
}

/** What is known around a customer; undefined of whom nothing is to be reckoned: who was erased, or has bought nothing. */
async function aroundOf(contact: Item, now: string): Promise<Around | undefined> {
  const { pk, id } = contact;
  const workspaceId = String(contact.workspaceId);
  const [boughtKey, touchKey] = [
    { pk, sk: purchasesSk },
    { pk, sk: touchSk },
  ];
  const items = contact.erasedAt ? new Map<string, Item>() : await getItems([boughtKey, touchKey]);
  const purchases = purchasesOf(items.get(nameOf(boughtKey)));
  if (purchases.orderCount === 0) return undefined;
  const ids = idsOf({ ...contact, id });
  const [pressingTickets, ratings, [scoring]] = await Promise.all([
    pressingOf(workspaceId, ids),
    ratingsOf(workspaceId, ids),
    readScoringModels(workspaceId, ['risk']),
  ]);
  const { lastActivityAt, lastTouchedAt } = touchOf(items.get(nameOf(touchKey)));
  const { model, card: { learnedAt } = {} } = scoring ?? {};
  return {
    id: String(id),
    purchases,
    pressingTickets,
    lastRating: ratings[0]?.score,
    lastActivityAt,
    lastTouchedAt,
    learned: model && learnedAt ? { model, learnedAt } : undefined,
    now,
  };
}

/**
 * Whether the workspace's field says that they have left, since when it does at the latest: the contact was not changed after that.
 * Kept while it says the same.
 */
function leftOf(contact: Item, field: string | undefined, known: Risk['left']): Pick<Risk, 'left'> {
  if (!field) return {};
  const said = saidBy(contact, field);
  const isSame = known?.field === field && known.value === said;
  if (isSame) return { left: known };
  return { left: { field, ...(said !== undefined && { value: said }), at: String(contact.updatedAt) } };
}

/** Whether nothing is to be written: nothing else is known, and what is there is looked at again in time. */
function isKnown({ version, lookAt, ...known }: Risk, next: Omit<Risk, 'version'>, now: string): boolean {
  const { lookAt: nextLookAt, ...found } = next;
  if (canonical(known) !== canonical(found)) return false;
  if (nextLookAt === undefined) return lookAt === undefined;
  return lookAt !== undefined && lookAt > now && lookAt <= nextLookAt;
}

/**
 * RISK-1: writes beside a contact how likely they leave, if that is another than is there: MERGE-1, the item, a BatchGet, two Queries
 * for each of their ids, what the workspace learned, and a write; of whom nothing was bought by the first three alone. Of one that was merged, beside the contact that it was merged into;
 * who was erased, or has bought nothing, keeps none. The item is read first, so that of two at once the one that saw less is
 * refused. `settings`: as they are now, where what was set half a minute ago matters. Throws `version_conflict`.
 */
export async function reckonRisk(
  workspaceId: string,
  contactId: string,
  now: string,
  settings?: Pick<Workspace, 'leftField'>,
): Promise<void> {
  const contact = await standing(workspaceId, 'contact', contactId);
  if (!contact) return;
  const { pk } = recordKey(workspaceId, 'contact', String(contact.id));
  const before = riskOf(await getItem({ pk, sk: riskSk }));
  const around = await aroundOf(contact, now);
  const { leftField } = settings ?? (await workspaceOf(workspaceId));
  const next = around
    ? { ...reckonedRisk(around), ...leftOf(contact, leftField, before.left) }
    : { reasons: [] };
  if (isKnown(before, next, now)) return;
  const { version } = before;
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const Item = { pk, sk: riskSk, type: riskType, ...next, version: version + 1 };
  await commit([{ action: { Put: { Item, ...guard } }, refused: raceLost }]);
}
