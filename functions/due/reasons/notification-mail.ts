import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { DueEntry } from '../../../shared/core/due.ts';
import { db, tableName } from '../../../shared/platform/dynamo.ts';
import { mailNotification, ofDueName } from '../../notifications/mailing/mail-notification.ts';

/**
 * Somebody's quiet hours are over: the mail of a notification is written, or waits again where they have made them longer, and only then
 * the entry goes, which no projector moves. A mail that is asked for twice is one.
 */
export async function notificationMailDue(entry: DueEntry, now: string): Promise<void> {
  const { pk, sk, workspaceId, id } = entry;
  await mailNotification({ workspaceId, ...ofDueName(id) }, now, 'quiet hours', { waited: true });
  await db.send(new DeleteCommand({ TableName: tableName(), Key: { pk, sk } }));
}
