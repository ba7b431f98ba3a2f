import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { systemContext } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { db, getItem, queryItems, tableName } from '../platform/dynamo.ts';
import { mustExist, saveChanges } from '../platform/record-store.ts';
import { PageView, viewActivity, viewKey, viewsFrom, viewsTo, visitorKey, visitorPk } from './page-view.ts';

const daySeconds = 24 * 3600;
const viewDays = 30;
const visitorDays = 180;
const mostJoined = 50;
const atOnce = 5;
const expiry = (at: string, days: number) => Math.floor(Date.parse(at) / 1000) + days * daySeconds;

const put = (Item: Record<string, unknown>, more: object = {}) =>
  db.send(new PutCommand({ TableName: tableName(), Item, ...more }));

class AlreadyJoined extends Error {}

/** Nothing to do: the view is on the timeline, or the contact is gone. */
const isSettled = (error: unknown) =>
  error instanceof AlreadyJoined ||
  (error instanceof AppError &&
    ['version_conflict', 'reference_unknown', 'contact_erased'].includes(error.code));

/** Moves a view to its contact's timeline in one transaction. May be repeated. */
async function join(view: PageView, contactId: string, now: string): Promise<void> {
  const by = systemContext(view.workspaceId, 'form', view.formId, now);
  try {
    await saveChanges([viewActivity(view, contactId, by)] as never, by, [
      {
        action: { Delete: { Key: viewKey(view), ConditionExpression: 'attribute_exists(pk)' } },
        refused: () => new AlreadyJoined('This page view is joined already.'),
      },
      mustExist(view.workspaceId, 'contact', contactId, '/contactId'),
    ]);
  } catch (error) {
    const merged = error instanceof AppError ? error.more.mergedInto : undefined;
    if (merged) return join(view, merged, now);
    if (!isSettled(error)) throw error;
  }
}

/**
 * Keeps a view for 30 days, or puts it on the timeline of the contact where it is known whose visit this is. The view is
 * stored first and the visitor read afterwards: `joinViews` does it the other way round, so one of both sees the other.
 */
export async function keepView(view: PageView): Promise<void> {
  await put({ ...viewKey(view), ...view, expiresAt: expiry(view.at, viewDays) });
  const visitor = await getItem(visitorKey(view.workspaceId, view.visitorId));
  if (visitor) await join(view, String(visitor.contactId), view.at);
}

/** Says who a visitor is, from now on and for the newest 50 views of the last 30 days. May be repeated, in any order. */
export async function joinViews(
  workspaceId: string,
  visitorId: string,
  contactId: string,
  at: string,
): Promise<void> {
  await put(
    { ...visitorKey(workspaceId, visitorId), contactId, at, expiresAt: expiry(at, visitorDays) },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR #at <= :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':at': at },
    },
  ).catch((error: Error) => {
    if (error.name !== 'ConditionalCheckFailedException') throw error; // a later submission says who it is
  });
  const { items } = await queryItems({
    pk: visitorPk(workspaceId, visitorId),
    from: viewsFrom,
    to: viewsTo,
    newestFirst: true,
    limit: mostJoined,
    consistent: true,
  });
  const views = items.map((item) => PageView.parse(item));
  for (let i = 0; i < views.length; i += atOnce) {
    await Promise.all(views.slice(i, i + atOnce).map((view) => join(view, contactId, at)));
  }
}
