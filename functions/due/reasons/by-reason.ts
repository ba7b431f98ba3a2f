import type { DueEntry, DueReason } from '../../../shared/core/due.ts';
import { runDueAt, wakeRun } from '../../../shared/duplicates/duplicate-run.ts';
import { duplicateRunStore } from '../../../shared/duplicates/duplicate-run-store.ts';
import { importDueAt } from '../../../shared/imports/import.ts';
import { wakeImport } from '../../../shared/imports/import-steps.ts';
import { importStore } from '../../../shared/imports/import-store.ts';
import { erasureDueAt, wakeErasure } from '../../../shared/privacy/erasure.ts';
import { erasureStore } from '../../../shared/privacy/erasure-store.ts';
import { exportDueAt, wakeExport } from '../../../shared/privacy/export.ts';
import { exportStore } from '../../../shared/privacy/export-store.ts';
import { agendaDue } from './agenda.ts';
import { contactRiskDue } from './contact-risk.ts';
import { contactTouchDue } from './contact-touch.ts';
import { dashboardMailDue } from './dashboard-mail.ts';
import { dataExportDue } from './data-export.ts';
import { dealIdle } from './deal-idle.ts';
import { fileDue } from './file.ts';
import { gradeDue } from './grade.ts';
import { learnDue } from './learn.ts';
import { lookAgain } from './look-again.ts';
import { mailUnsettled } from './mail-unsettled.ts';
import { notificationMailDue } from './notification-mail.ts';
import { purgeDue } from './purge.ts';
import { ruleDate } from './rule-date.ts';
import { ruleWait } from './rule-wait.ts';
import { scoreDue } from './score.ts';
import { taskReminderDue } from './task-reminder.ts';
import { webhookRetry } from './webhook-retry.ts';
import { woken } from './woken.ts';

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
  erasure: woken({ reason: 'erasure', store: erasureStore, dueAt: erasureDueAt, wake: wakeErasure }),
  export: woken({ reason: 'export', store: exportStore, dueAt: exportDueAt, wake: wakeExport }),
  data_export: dataExportDue,
  import: woken({ reason: 'import', store: importStore, dueAt: importDueAt, wake: wakeImport }),
  segment: lookAgain,
  check: lookAgain,
  activity: lookAgain,
  task_overdue: lookAgain,
  grade: gradeDue,
  contact_touch: contactTouchDue,
  contact_risk: contactRiskDue,
  score: scoreDue,
  learn: learnDue,
  dedupe: woken({
    reason: 'dedupe',
    store: duplicateRunStore,
    dueAt: runDueAt,
    wake: wakeRun,
  }),
  file: fileDue,
  webhook_retry: webhookRetry,
  rule_wait: ruleWait,
  rule_date: ruleDate,
  notification_mail: notificationMailDue,
  agenda: agendaDue,
  dashboard_mail: dashboardMailDue,
};
