import { AppError } from '../core/errors.ts';
import type { Key } from '../core/projection.ts';
import { nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { getItems, queryItems } from '../platform/dynamo.ts';
import { idsMeant } from '../platform/merged.ts';
import { Deal } from './deal.ts';
import { contactDealsPk } from './deal-projection.ts';
import { clockOf, clockSk, type DealClock } from './idle.ts';

const dealKey = (workspaceId: string, id: string) => recordKey(workspaceId, 'deal', id);
const clockKey = (workspaceId: string, id: string): Key => ({ pk: dealKey(workspaceId, id).pk, sk: clockSk });

export type ClockedDeal = { deal: Deal; clock: DealClock };

/** DEAL-7: deals with their clocks, consistent, one BatchGet for fifty; those that are gone are left out, in the trash or not. */
export async function readClocks(workspaceId: string, dealIds: string[]): Promise<ClockedDeal[]> {
  const ids = [...new Set(dealIds)];
  if (ids.length === 0) return [];
  const items = await getItems(ids.flatMap((id) => [dealKey(workspaceId, id), clockKey(workspaceId, id)]));
  return ids.flatMap((id) => {
    const deal = items.get(nameOf(dealKey(workspaceId, id)));
    const clock = items.get(nameOf(clockKey(workspaceId, id)));
    return deal ? [{ deal: Deal.parse(deal), clock: clockOf(clock) }] : [];
  });
}

/** The refusal that `retryLostRace` takes up. */
const clockRaceLost = () =>
  new AppError('conflict', 'version_conflict', 'What touches the deal changed at the same moment.');

/** Moves a clock on, if nobody else has since it was read. */
export function clockWrite(
  { workspaceId, id }: Pick<Deal, 'workspaceId' | 'id'>,
  before: DealClock,
  after: DealClock,
): Write {
  const guard =
    before.version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: 'version = :before',
          ExpressionAttributeValues: { ':before': before.version },
        };
  const Item = { ...after, ...clockKey(workspaceId, id) };
  return { action: { Put: { Item, ...guard } }, refused: clockRaceLost };
}

/** Holds a transaction to a record being as it was read: at this version, or not there. */
export const unchanged = (key: Key, version: number | undefined): Write => ({
  action: {
    ConditionCheck:
      version === undefined
        ? { Key: key, ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            Key: key,
            ConditionExpression: 'version = :version',
            ExpressionAttributeValues: { ':version': version },
          },
  },
  refused: clockRaceLost,
});

const mostDeals = 20;
/** DEAL-4: the ids of a contact's newest open or closed deals, at most 20 of each id that it has; MERGE-1 and a Query for each. */
export async function contactDealIds(
  workspaceId: string,
  contactId: string,
  sides: readonly ('open' | 'closed')[],
): Promise<string[]> {
  const ids = await idsMeant(workspaceId, 'contact', contactId);
  const found = await Promise.all(
    ids.flatMap((id) =>
      sides.map((side) =>
        queryItems({
          pk: contactDealsPk(workspaceId, id),
          from: `${side}#`,
          to: `${side}$`,
          newestFirst: true,
          limit: mostDeals,
          consistent: true,
        }),
      ),
    ),
  );
  return found.flatMap(({ items }) => items.map(({ id }) => String(id)));
}
