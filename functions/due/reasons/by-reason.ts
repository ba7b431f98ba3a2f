import type { DueEntry, DueReason } from '../../../shared/core/due.ts';
import { contactTouchDue } from './contact-touch.ts';
import { dealIdle } from './deal-idle.ts';
import { erasureDue } from './erasure.ts';
import { exportDue } from './export.ts';
import { fileDue } from './file.ts';
import { mailUnsettled } from './mail-unsettled.ts';
import { purgeDue } from './purge.ts';
import { segmentTurn } from './segment-turn.ts';
import { taskReminderDue } from './task-reminder.ts';
import { webhookRetry } from './webhook-retry.ts';

/**
 * What is done about a record that is due; `now` is the moment (ISO 8601) for which the sweep runs. Safe to run twice, and at once.
 * What takes long stops by itself once no time is left.
 */
export type WhenDue = (entry: DueEntry, now: string, isTimeLeft: () => boolean) => Promise<void>;

export const byReason: Record<DueReason, WhenDue> = {
  deal_idle: dealIdle,
  mail_unsettled: mailUnsettled,
  purge: purgeDue,
  task_reminder: taskReminderDue,
  erasure: erasureDue,
  export: exportDue,
  segment: segmentTurn,
  contact_touch: contactTouchDue,
  file: fileDue,
  webhook_retry: webhookRetry,
};
