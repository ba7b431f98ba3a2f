import { activityMentioned } from '../activities/activity-events.ts';
import { recordAssigned } from '../core/assigned.ts';
import type { EventContract } from '../core/event.ts';
import { idleTaskMade } from '../deals/deal-events.ts';
import { dataExportFinished } from '../exports/data-export-events.ts';
import { importFinished } from '../imports/import-events.ts';
import { mailReceived } from '../mail/mail-events.ts';
import { mailDoubtful } from '../mail/outbound-events.ts';
import { exportFinished } from '../privacy/privacy-events.ts';
import { taskReminder } from '../tasks/task-events.ts';
import { notificationMade } from './notification-events.ts';

/** Of what people are told, and that they were. */
export const notifyingEvents: EventContract[] = [
  recordAssigned,
  activityMentioned,
  idleTaskMade,
  taskReminder,
  mailReceived,
  importFinished,
  dataExportFinished,
  exportFinished,
  mailDoubtful,
  notificationMade,
];
