import {
  activityProjection,
  contactActivitiesPk,
  contactTouchesPk,
  contactTurnsPk,
} from '../activities/activity-projection.ts';
import type { Turn } from '../activities/exchange.ts';
import { canonical } from '../core/canonical.ts';
import { AppError } from '../core/errors.ts';
import { type Key, nameOf } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { commit } from '../platform/commit.ts';
import { contributionKey, contributionOf } from '../platform/contribution-item.ts';
import { getItem, getItems, queryItems, type Range } from '../platform/dynamo.ts';
import { type Ids, idsMeant } from '../platform/merged.ts';
import { type ContactTouch, touchDefinition, touchOf, touchSk } from './contact-touch.ts';
import { type FirstAnswer, firstAnswer } from './first-answer.ts';

const raceLost = () =>
  new AppError('conflict', 'version_conflict', 'Another activity of the contact came at the same moment.');

const keyMoment = (sk: string | undefined, place: number) => sk?.split('#')[place];
type Asked = { pks: string[]; place: number } & Omit<Range, 'pk' | 'limit'>;
/** The moments of the first entry of each partition; `place` says where in its sort key the moment stands. */
async function moments({ pks, place, ...range }: Asked): Promise<string[]> {
  const pages = await Promise.all(pks.map((pk) => queryItems({ ...range, pk, limit: 1, consistent: true })));
  return pages.flatMap(({ items }) => keyMoment(items[0]?.sk, place) ?? []).toSorted();
}

/** CONTACT-7: how soon they were answered when they first came to us: a Query of one entry for each of their ids, and two more of who did. */
async function answerOf(workspaceId: string, ids: Ids, now: string): Promise<FirstAnswer | undefined> {
  const pks = ids.map((id) => contactTurnsPk(workspaceId, id));
  const first = async (turn: Turn, from = '') =>
    (await moments({ pks, place: 1, from: `${turn}#${from}`, to: `${turn}#${now}~` }))[0];
  const asked = await first('asked');
  if (asked === undefined) return undefined;
  const [person, automatic] = await Promise.all([first('person', asked), first('automatic', asked)]);
  return firstAnswer({ asked, person, automatic });
}

type Reckoned = Omit<ContactTouch, 'version'>;
/** What the lists of a contact's activities say at a moment (ISO 8601): three Queries of one entry for each of its ids, and CONTACT-7. */
async function reckoned(workspaceId: string, ids: Ids, now: string, isWhole: boolean): Promise<Reckoned> {
  const until = { to: `${now}~`, newestFirst: true, place: 0 };
  const activities = ids.map((id) => contactActivitiesPk(workspaceId, id));
  const touches = ids.map((id) => contactTouchesPk(workspaceId, id));
  const [last, touch, next, answer] = await Promise.all([
    moments({ ...until, pks: activities }),
    moments({ ...until, pks: touches }),
    moments({ pks: activities, place: 0, from: `${now}~` }),
    isWhole ? answerOf(workspaceId, ids, now) : undefined,
  ]);
  const found = { lastActivityAt: last.at(-1), lastTouchedAt: touch.at(-1), nextAt: next.at(0), answer };
  const known = Object.fromEntries(Object.entries(found).filter(([, one]) => one !== undefined));
  return { ...known, definition: isWhole ? touchDefinition : 1 };
}

const mostLookedAt = 500;
const mostAMessage = 100;
/** The oldest of a contact's activities that older code has listed: their entries lack something yet. Nobody waits for an answer to a view of a page. */
async function listedByOlderCode(workspaceId: string, ids: Ids): Promise<Key[]> {
  const pks = ids.map((id) => contactActivitiesPk(workspaceId, id));
  const lists = await Promise.all(pks.map((pk) => queryItems({ pk, limit: mostLookedAt, consistent: true })));
  const meant = lists
    .flatMap(({ items }) => items)
    .filter(({ did }) => !String(did).startsWith('page_viewed'));
  const keys = meant.map(({ id }) => recordKey(workspaceId, 'activity', String(id)));
  const held = await getItems(keys.map(contributionKey));
  const isOlder = (key: Key) =>
    contributionOf(held.get(nameOf(contributionKey(key)))).definition < activityProjection.definition;
  return keys.filter(isOlder).slice(0, mostAMessage);
}

/**
 * CONTACT-6: writes beside a contact what last happened with them, if that has changed: MERGE-1, the item, three Queries of one
 * entry for each of its ids, CONTACT-7, and a write. Of one that was merged, beside the contact that it was merged into. The item is read first,
 * so that of two at once the one that saw less is refused. Answers the activities that must be looked at anew before all of it can be
 * reckoned. Throws `version_conflict`.
 */
export async function touchContact(workspaceId: string, contactId: string, now: string): Promise<Key[]> {
  const ids = await idsMeant(workspaceId, 'contact', contactId);
  const key = { pk: recordKey(workspaceId, 'contact', ids[0]).pk, sk: touchSk };
  const { version, ...known } = touchOf(await getItem(key));
  const older = known.definition < touchDefinition ? await listedByOlderCode(workspaceId, ids) : [];
  const touch = await reckoned(workspaceId, ids, now, older.length === 0);
  if (canonical(known) === canonical(touch)) return older;
  const guard =
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': version } };
  const Item = { ...key, ...touch, version: version + 1 };
  await commit([{ action: { Put: { Item, ...guard } }, refused: raceLost }]);
  return older;
}
