import { type Actor, systemContext } from '../../../shared/core/actor.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { assertSeesKept } from '../../../shared/core/kept-for.ts';
import { localDate } from '../../../shared/core/local-day.ts';
import { clip } from '../../../shared/core/text.ts';
import type { Dashboard } from '../../../shared/dashboards/dashboard.ts';
import { seenDashboard } from '../../../shared/dashboards/dashboard-store.ts';
import { dashboardMailText, type MailTile } from '../../../shared/dashboards/mail-text.ts';
import { readSubscriptions, subscriptionsWrite } from '../../../shared/dashboards/subscription-store.ts';
import {
  doneAt,
  mailDueAt,
  type Subscription,
  unsubscribed,
} from '../../../shared/dashboards/subscriptions.ts';
import type { User } from '../../../shared/identity/user.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { type NewMessage, queueMessage } from '../../../shared/mail/message.ts';
import { saveClaimed } from '../../../shared/mail/message-store.ts';
import { oneLine } from '../../../shared/mail/render.ts';
import { languageOf } from '../../../shared/notifications/languages.ts';
import { readerFor } from '../../../shared/notifications/reader-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { dashboardMailUrl } from '../../../shared/platform/dashboard-mail-link.ts';
import { env } from '../../../shared/platform/env.ts';
import { queueLooks } from '../../../shared/platform/keys-queue.ts';

/** The dashboard, where its subscriber may see it still. */
async function seen(reader: Actor, id: string): Promise<Dashboard | undefined> {
  try {
    return await seenDashboard(reader, id, assertSeesKept);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') return undefined;
    throw error;
  }
}

const passing = new Set(['unavailable', 'rate_limited', 'conflict']);
/** Its tiles one after another, each by itself: of one that cannot be read it says why. */
async function tilesOf(reader: Actor, { tiles }: Dashboard, now: string): Promise<MailTile[]> {
  const { readTile } = await import('../../reports/reading/read-tile.ts'); // all reports: not in the cold start
  const read: MailTile[] = [];
  for (const tile of tiles) {
    const title = tile.title ?? tile.report;
    try {
      read.push({ title, figures: await readTile(reader, tile, now) });
    } catch (error) {
      if (!(error instanceof AppError) || passing.has(error.kind)) throw error; // the next sweep tries again
      read.push({ title, refused: error.message });
    }
  }
  return read;
}

const mostSubject = 300;
type Mailing = { user: User; reader: Actor; day: string; language: string | undefined; now: string };
async function mailOf(dashboard: Dashboard, mailing: Mailing): Promise<NewMessage> {
  const { user, reader, day, language, now } = mailing;
  const { id, name } = dashboard;
  const mailed = { workspaceId: user.workspaceId, userId: user.id, dashboardId: id };
  const said = {
    name,
    url: `${env('PUBLIC_URL')}/dashboards?id=${id}`,
    stopUrl: await dashboardMailUrl(mailed),
    tiles: await tilesOf(reader, dashboard, now),
  };
  const { subject, text, html } = dashboardMailText(said, day, languageOf(language));
  return {
    claim: `dashboard:${user.id}:${id}:${day}`,
    purpose: 'digest',
    to: user.email,
    subject: clip(oneLine(subject), mostSubject),
    text,
    html,
    mailedDashboard: { userId: user.id, dashboardId: id },
  };
}

/** One dashboard's mail, with the note that it is done, in one transaction. What may not be seen any more is mailed no more. */
async function mailOne(user: User, { dashboardId }: Subscription, now: string): Promise<void> {
  const { workspaceId, id } = user;
  const { kept, timeZone, language } = await readSubscriptions(workspaceId, id);
  const own = kept.all.filter((one) => one.dashboardId === dashboardId);
  if (!own.some((one) => mailDueAt(one, timeZone) <= now)) return; // another sweep was first
  const reader = await readerFor(user);
  const dashboard = await seen(reader, dashboardId);
  const others = unsubscribed(kept, dashboardId);
  if (!dashboard) return commit([subscriptionsWrite(workspaceId, id, kept, others)]);
  const day = localDate(now, timeZone);
  const mail = await mailOf(dashboard, { user, reader, day, language, now });
  const done = doneAt({ ...kept, all: own }, timeZone, now);
  const note = subscriptionsWrite(workspaceId, id, kept, [...others, ...done]);
  const by = systemContext(workspaceId, 'schedule', 'dashboards', now, dashboardId);
  if (!(await saveClaimed(queueMessage(mail, by), by, undefined, [note]))) await commit([note]); // it was mailed that day
}

/**
 * A user's dashboards that are due are mailed: of any number of sweeps one does it, with the rights that the user has now. What is late comes
 * late, once, and the next on its day. An entry that is not due any more is given to the projector, which moves it.
 */
export async function dashboardMailDue({ workspaceId, id }: DueEntry, now: string): Promise<void> {
  const user = await userStore.find(workspaceId, id);
  const { kept, timeZone } = await readSubscriptions(workspaceId, id);
  const due = kept.all.filter((one) => mailDueAt(one, timeZone) <= now);
  if (user?.status !== 'active' || due.length === 0)
    return queueLooks([{ keys: [userStore.keyOf(workspaceId, id)] }]);
  try {
    for (const one of due) await mailOne(user, one, now);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'version_conflict')) throw error; // the next sweep goes on
  }
}
