import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { type LiveChange, latest, liveChangeOf } from '../../shared/live/live-message.ts';
import { failingBare } from '../../shared/platform/failing-bare.ts';
import { logger } from '../../shared/platform/logger.ts';
import { endConnections, endingTypes } from './telling/end-connections.ts';
import { tellWorkspace } from './telling/tell-workspace.ts';

const Published = z.object({
  'detail-type': z.string(),
  detail: z.object({ workspaceId: z.string().optional(), at: z.string(), data: z.unknown() }),
});
type Told = { messageId: string; workspaceId: string; change: LiveChange };
type Read = { told: Told[]; endings: SQSRecord[]; unreadable: string[] };

/** What the messages say; what is no record's event is passed over. */
function read(records: readonly SQSRecord[]): Read {
  const all: Read = { told: [], endings: [], unreadable: [] };
  for (const record of records) {
    const { messageId, body } = record;
    const published = Published.safeParse(JSON.parse(body)).data;
    const { workspaceId, at = '', data } = published?.detail ?? {};
    const type = published?.['detail-type'] ?? '';
    const change = liveChangeOf(type, at, data);
    if (!published) all.unreadable.push(messageId);
    else if (endingTypes.includes(type)) all.endings.push(record);
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

/**
 * Tells who is connected what has changed, a workspace's changes of a batch in one message a connection; and ends the connections of
 * who signed out or was shut out. Safe to run twice: a change that is told twice has the version that it had.
 */
async function onEvent({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const now = new Date().toISOString();
  const { told, endings, unreadable } = read(Records);
  const byWorkspace = Object.entries(Object.groupBy(told, ({ workspaceId }) => workspaceId));
  const [ended, ...failed] = await Promise.all([
    endings.length > 0 ? endConnections({ Records: endings }) : { batchItemFailures: [] },
    ...byWorkspace.map(([workspaceId, all = []]) => tell(workspaceId, all, now)),
  ]);
  const again = [...unreadable, ...failed.flat()].map((itemIdentifier) => ({ itemIdentifier }));
  return { batchItemFailures: [...ended.batchItemFailures, ...again] };
}
export const handler = failingBare(onEvent);
