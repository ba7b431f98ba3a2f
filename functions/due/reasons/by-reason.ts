import type { DueEntry, DueReason } from '../../../shared/core/due.ts';
import { dealIdle } from './deal-idle.ts';
import { erasureDue } from './erasure.ts';
import { exportDue } from './export.ts';
import { mailUnsettled } from './mail-unsettled.ts';

/** What is done about a record that is due; `now` is the moment (ISO 8601) for which the sweep runs. Safe to run twice, and at once. */
export type WhenDue = (entry: DueEntry, now: string) => Promise<void>;

export const byReason: Record<DueReason, WhenDue> = {
  deal_idle: dealIdle,
  mail_unsettled: mailUnsettled,
  erasure: erasureDue,
  export: exportDue,
};
