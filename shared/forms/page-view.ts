import { createHash } from 'node:crypto';
import * as z from 'zod';
import { logActivity } from '../activities/activity.ts';
import type { Context } from '../core/actor.ts';
import { derivedIdAt } from '../core/derived-id.ts';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import { clip } from '../core/text.ts';

/** A page that a visitor looked at, before or after they were known. */
export const PageView = z.object({
  workspaceId: z.string(),
  visitorId: z.string(),
  formId: z.string(),
  at: z.iso.datetime(),
  url: z.string(),
  title: z.string().optional(),
  referrer: z.string().optional(),
});
export type PageView = z.infer<typeof PageView>;

/** VISITOR-1: the page views of a visitor by time, and beside them whose they are once that is known. */
export const visitorPk = (workspaceId: string, visitorId: string) =>
  `${workspacePk(workspaceId)}#VISITOR#${visitorId}`;
export const visitorKey = (workspaceId: string, visitorId: string): Key => ({
  pk: visitorPk(workspaceId, visitorId),
  sk: 'VISITOR',
});
export const viewsFrom = 'VIEW#';
export const viewsTo = 'VIEW$';

const textOf = ({ visitorId, at, url }: PageView) => `${visitorId}\n${at}\n${url}`;
const digest = (view: PageView) => createHash('sha256').update(textOf(view)).digest();

export const viewKey = (view: PageView): Key => ({
  pk: visitorPk(view.workspaceId, view.visitorId),
  sk: `${viewsFrom}${view.at}#${digest(view).toString('base64url').slice(0, 8)}`,
});

/** The one id of the activity that this view becomes, however often it is joined: of its time and what it is. */
const viewActivityId = (view: PageView) => derivedIdAt('activity', view.at, textOf(view));

/** The view on the timeline of the contact that the visitor turned out to be. */
export const viewActivity = (view: PageView, contactId: string, by: Context) =>
  logActivity(
    {
      kind: 'page_view',
      contactId,
      at: view.at,
      subject: view.title || clip(view.url, 500),
      direction: 'inbound',
      pageView: { url: view.url, title: view.title },
    },
    by,
    viewActivityId(view),
  );
