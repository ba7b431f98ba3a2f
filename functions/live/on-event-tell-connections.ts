import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { type LiveChange, latest, liveChangeOf } from '../../shared/live/live-message.ts';
import { notificationMade } from '../../shared/notifications/notification-events.ts';
import { failingBare } from '../../shared/platform/failing-bare.ts';
import { logger } from '../../shared/platform/logger.ts';
import { endConnections, endingTypes } from './telling/end-connections.ts';
import { tellUser } from './telling/tell-user.ts';
import { tellWorkspace } from './telling/tell-workspace.ts';

const Published = z.object({
  'detail-type': z.string(),
  detail: z.object({ workspaceId: z.string().optional(), at: z.string(), data: z.unknown() }),
});
type Told = { messageId: string; workspaceId: string; change: LiveChange };
type Noticed = { messageId: string; detail: unknown };
type Read = { told: Told[]; noticed: Noticed[]; endings: SQSRecord[]; unreadable: string[] };

/** What the messages say; what is no record's event is passed over. */
function read(records: readonly SQSRecord[]): Read {
  const all: Read = { told: [], noticed: [], endings: [], unreadable: [] };
  for (const record of records) {
    const { messageId, body } = record;
    const published = Published.safeParse(JSON.parse(body)).data;
    if (!published) {
      all.unreadable.push(messageId);
      continue;
    }
    const { 'detail-type': type, detail } = published;
    const { workspaceId, at, data } = detail;
    const change = liveChangeOf(type, at, data);
    if (endingTypes.includes(type)) all.endings.push(record);
    else if (type === notificationMade.type) all.noticed.push({ messageId, detail: JSON.parse(body).detail });
    else if (workspaceId && change) all.told.push({ messageId, workspaceId, change });
  }
  return all;
}

/** The ids of the messages that are to come again: all of a workspace whose connections could not be read. */
async function tell(workspaceId: string, told: Told[], now: string): Promise<string[]> {
  try {
    await tellWorkspace(workspaceId, latest(told.map(({ change }) => change)), now);
    return [];
  } catch (error) {
    logger.error('a workspace was not told', { workspaceId, error: error as Error });
    return told.map(({ messageId }) => messageId);
  }
}

/** The same of one who is told of something that is theirs alone. */
async function notice({ messageId, detail }: Noticed, now: string): Promise<string[]> {
  try {
    await tellUser(detail, now);
    return [];
  } catch (error) {
    logger.error('a user was not told', { messageId, error: error as Error });
    return [messageId];
  }
}

/**
 * Tells who is connected what has changed, a workspace's changes of a batch in one message a connection; tells users of their notifications; and ends the connections of
 * who signed out or was shut out. Safe to run twice: a change that is told twice has the version that it had.
 */
async function onEvent({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const now = new Date().toISOString();
  const { told, noticed, endings, unreadable } = read(Records);
  const byWorkspace = Object.entries(Object.groupBy(told, ({ workspaceId }) => workspaceId));
  const [ended, ...failed] = await Promise.all([
    endings.length > 0 ? endConnections({ Records: endings }) : { batchItemFailures: [] },
    ...byWorkspace.map(([workspaceId, all = []]) => tell(workspaceId, all, now)),
    ...noticed.map((one) => notice(one, now)),
  ]);
  const again = [...unreadable, ...failed.flat()].map((itemIdentifier) => ({ itemIdentifier }));
  return { batchItemFailures: [...ended.batchItemFailures, ...again] };
}
export const handler = failingBare(onEvent);
