import { notFound } from '../core/errors.ts';
import type { Page, PageRequest } from '../core/page.ts';
import type { GovernedKind } from '../core/policy.ts';
import { type Item, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { reachOf } from '../core/rights.ts';
import { assertWithin, mayRead, type Scope, within } from '../core/scope.ts';
import type { Write } from '../platform/commit.ts';
import { getItems } from '../platform/dynamo.ts';
import { followed, type Ids, idsMeant } from '../platform/merged.ts';
import { mustBeSeen, ownedStore } from '../platform/owned-store.ts';
import { mustExist } from '../platform/record-store.ts';
import type { RecordType } from '../platform/record-type.ts';
import { ownedPage } from '../platform/scoped-page.ts';
import {
  type Activity,
  type ActivityPatch,
  activityRecord,
  logActivity,
  type NewActivity,
  patchActivity,
} from './activity.ts';
import { contactActivitiesPk } from './activity-projection.ts';
import { activityShape } from './activity-shape.ts';
import { mentioning } from './mention-store.ts';

const store = ownedStore(activityRecord);

/** Whether one may read this contact or deal, which is not in the trash. */
const inSightOf =
  (scope: Scope) =>
  ({ sk, ownerId, deletedAt }: Item) =>
    !deletedAt && mayRead(scope, sk.toLowerCase() as GovernedKind, ownerId as string | undefined);

/** Whether its contact, or a deal that it names, is in sight: one BatchGet, none where everything is. */
async function isSeen(scope: Scope, { workspaceId, contactId, dealIds }: Activity): Promise<boolean> {
  const reaches = (['contact', 'deal'] as const).map((kind) => reachOf(scope, kind, 'read').reach);
  if (reaches[0] === 'all' || (reaches[1] === 'all' && dealIds.length > 0)) return true;
  const keys = [
    recordKey(workspaceId, 'contact', contactId),
    ...dealIds.map((id) => recordKey(workspaceId, 'deal', id)),
  ];
  return [...(await followed(await getItems(keys))).values()].some(inSightOf(scope));
}

/** Those of them that are in sight; one BatchGet a hundred of what they are about, none where everything is. */
async function allSeen(scope: Scope, activities: Activity[]): Promise<Activity[]> {
  if (activities.length === 0 || reachOf(scope, 'contact', 'read').reach === 'all') return activities;
  const about = activities.flatMap(({ workspaceId, contactId, dealIds }) => [
    { id: contactId, key: recordKey(workspaceId, 'contact', contactId) },
    ...dealIds.map((id) => ({ id, key: recordKey(workspaceId, 'deal', id) })),
  ]);
  const items = await followed(await getItems(about.map(({ key }) => key)));
  const isInSight = inSightOf(scope);
  const inSight = new Set(
    about.flatMap(({ id, key }) => {
      const item = items.get(nameOf(key));
      return item && isInSight(item) ? [id] : [];
    }),
  );
  return activities.filter(({ contactId, dealIds }) => [contactId, ...dealIds].some((id) => inSight.has(id)));
}

/**
 * ACTIVITY-1: by id, one GetItem, and one BatchGet of what it is about for whom not everything is in reach. An activity is
 * seen by who may see its contact or one of its deals.
 */
export const activityStore = {
  ...store,
  isSeen,
  async find(scope: Scope, id: string): Promise<Activity | undefined> {
    const found = await store.find(scope, id);
    return found && (await isSeen(scope, found)) ? found : undefined;
  },
  async findTrashed(scope: Scope, id: string): Promise<Activity | undefined> {
    const found = await store.findTrashed(scope, id);
    return found && (await isSeen(scope, found)) ? found : undefined;
  },
  getMany: async (scope: Scope, ids: string[]): Promise<Activity[]> =>
    allSeen(scope, await store.getMany(scope, ids)),
  getTrashed: async (scope: Scope, ids: string[]): Promise<Activity[]> =>
    allSeen(scope, await store.getTrashed(scope, ids)),
  async findByUnique(scope: Scope, value: { name: string; value: string }): Promise<Activity | undefined> {
    const found = await store.findByUnique(scope, value);
    return found && (await isSeen(scope, found)) ? found : undefined;
  },
  /** Throws `activity_not_found`, `record_out_of_reach`. */
  async get(scope: Scope, id: string): Promise<Activity> {
    const found = await activityStore.find(scope, id);
    if (!found) throw notFound('activity', id);
    assertWithin(scope, 'activity', id, activityRecord.ownerOf(found));
    return found;
  },
};

/** ACTIVITY-2: newest first, what is planned before all; a Query for each id of the contact and one BatchGet a page. Who asks must see the contact. */
export function contactActivityPage(
  scope: Scope,
  contactIds: Ids,
  page: PageRequest,
): Promise<Page<Activity>> {
  const [base = '', ...merged] = contactIds.map((id) => contactActivitiesPk(scope.workspaceId, id));
  return ownedPage(
    { base, partitions: [base], merged, newestFirst: true },
    page,
    'activities',
    (ids) => store.getMany(scope, ids),
    ({ contactId }) => contactIds.includes(contactId),
  );
}

/** Whether a deal in sight is this contact's: whoever works on a deal may log what happened with its contact. */
async function isOfSeenDeal(scope: Scope, contactId: string, dealIds: string[]): Promise<boolean> {
  if (dealIds.length === 0 || reachOf(scope, 'contact', 'read').reach === 'all') return false;
  const deals = await getItems(dealIds.map((id) => recordKey(scope.workspaceId, 'deal', id)));
  const ids = await idsMeant(scope.workspaceId, 'contact', contactId);
  return [...deals.values()].some(
    (deal) =>
      ids.includes(String(deal.contactId)) && mayRead(scope, 'deal', deal.ownerId as string | undefined),
  );
}

type About = { contactId: string; dealIds: string[] };
/** Holds a write to the being there, in the actor's sight, of what a new activity is about. */
async function aboutMustBeSeen(scope: Scope, { contactId, dealIds }: About): Promise<Write[]> {
  const byDeal = await isOfSeenDeal(scope, contactId, dealIds);
  const contact = byDeal
    ? mustExist(scope.workspaceId, 'contact', contactId, '/contactId')
    : mustBeSeen(scope, 'contact', contactId, '/contactId');
  return [contact, ...dealsMustExist(scope, dealIds)];
}

/** Holds a write to the being there, in the actor's sight, of every deal that an activity names. */
const dealsMustExist = (scope: Scope, dealIds: string[]): Write[] =>
  dealIds.map((id) => mustBeSeen(scope, 'deal', id, '/dealIds'));

/** An activity as the operations that every kind has know it; `PUT` finds it by its external id. */
export const activityType: RecordType<Activity, NewActivity, ActivityPatch> = {
  of: activityRecord,
  shape: activityShape,
  store: activityStore,
  untouched: { dealIds: [] },
  async make(given, by) {
    const logged = logActivity({ ...given, at: given.at ?? by.now }, by);
    const change = await mentioning(logged, given.mentions, isSeen, by);
    return { change, also: await aboutMustBeSeen(within(by.actor), change.after) };
  },
  async edit(activity, patch, by) {
    const change = await mentioning(patchActivity(activity, patch, by), patch.mentions, isSeen, by);
    const added = change.after.dealIds.filter((id) => !activity.dealIds.includes(id));
    return { change, also: dealsMustExist(within(by.actor), added) };
  },
  /** Its kind and its contact say what is made, and change nothing of what is there. */
  async matched(_, body) {
    const { kind: _kind, contactId: _contactId, ...patch } = body as ActivityPatch & Partial<NewActivity>;
    return patch;
  },
};
