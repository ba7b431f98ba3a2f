import type { Door } from './access-doors.ts';
import { activityDoors } from './access-doors-activities.ts';
import { boughtReportDoors } from './access-doors-bought-reports.ts';
import { contactDoors } from './access-doors-contacts.ts';
import { dashboardDoors } from './access-doors-dashboards.ts';
import { dataCheckDoors } from './access-doors-data-check.ts';
import { dealDoors } from './access-doors-deals.ts';
import { duplicateDoors } from './access-doors-duplicates.ts';
import { exportDoors } from './access-doors-exports.ts';
import { fieldDoors } from './access-doors-fields.ts';
import { fileDoors } from './access-doors-files.ts';
import { importDoors } from './access-doors-imports.ts';
import { doorsOfKind, trashDoors } from './access-doors-kinds.ts';
import { linkDoors } from './access-doors-links.ts';
import { liveDoors } from './access-doors-live.ts';
import { mailDoors } from './access-doors-mails.ts';
import { mergingDoors } from './access-doors-merging.ts';
import { notificationDoors } from './access-doors-notifications.ts';
import { ruleDoors } from './access-doors-rules.ts';
import { scoringDoors } from './access-doors-scoring.ts';
import { segmentDoors } from './access-doors-segments.ts';
import { settingDoors } from './access-doors-settings.ts';
import { viewDoors } from './access-doors-views.ts';
import { webhookDoors } from './access-doors-webhooks.ts';
import { accessKinds } from './access-kinds.ts';

const kindDoors: Record<string, Door> = Object.assign({}, ...accessKinds.map(doorsOfKind));

/** Who may pass every door of the API, by its operation. */
export const doors: Record<string, Door> = {
  ...kindDoors,
  ...trashDoors,
  ...contactDoors,
  ...activityDoors,
  ...dealDoors,
  ...dataCheckDoors,
  ...settingDoors,
  ...fieldDoors,
  ...webhookDoors,
  ...ruleDoors,
  ...fileDoors,
  ...segmentDoors,
  ...scoringDoors,
  ...viewDoors,
  ...dashboardDoors,
  ...linkDoors,
  ...duplicateDoors,
  ...importDoors,
  ...mailDoors,
  ...mergingDoors,
  ...exportDoors,
  ...liveDoors,
  ...notificationDoors,
  ...boughtReportDoors,
};

/**
 * What leaves Rapport by another way than an answer of the API: every function that is no door of the API by its name, with what it
 * tells whom. Those that are tried are in test/integration/access/background.test.ts.
 */
export const backgroundDoors: Record<string, string> = {
  'identity-authorize': 'Answers the gateway who it is; no record.',
  'projections-project': 'Writes into the workspace’s own lists.',
  'projections-project-queued': 'Writes into the workspace’s own lists.',
  'events-publish': 'Events name ids and fields, no values; lines of the audit log likewise.',
  'mail-receive-mail': 'Logs what came; nobody is told.',
  'mail-reconcile-mail': 'Counts objects; nobody is told.',
  'deals-on-activity-changed-touch-deals': 'Writes deals’ clocks.',
  'orders-on-order-changed-reckon-purchases': 'Writes beside contacts what was bought; nobody is told.',
  'contacts-on-activity-changed-touch':
    'Writes beside contacts when they were last spoken to, and how likely they leave; nobody is told.',
  'projections-on-borrowed-changed-reproject': 'Names records to the projector.',
  'scoring-on-contact-changed-score':
    'Writes beside contacts what their score is, and how they came out; nobody is told.',
  'files-on-object-created-inspect': 'Reads what was uploaded and says what it is; nobody is told.',
  'files-on-object-scanned-settle': 'Notes what a scanner found; nobody is told.',
  'due-sweep':
    'Makes tasks, whose notes name no hidden field, and mails dashboards with the rights of whom they go to: tried.',
  'forms-on-form-submitted-join-page-views': 'Logs page views; nobody is told.',
  'notifications-on-event-notify':
    'Tells users of records by ids, and mails them what each may see: of an idle deal and its contact, tried.',
  'mail-on-mail-queued-send': 'Sends what others composed.',
  'mail-on-ses-event-record-feedback': 'Notes what became of a mail; nobody is told.',
  'identity-on-team-changed-reproject': 'Names records to the projector.',
  'segments-on-definitions-changed-reproject': 'Names records to the projector.',
  'identity-on-user-deactivated-hand-over': 'Gives records to whom an administrator named.',
  'identity-on-user-deactivated-shut-out': 'Ends sessions; nobody is told.',
  'live-serve-connections': 'Lets in who shows a ticket, and answers pings; no record.',
  'live-on-event-tell-connections':
    'Tells ids and versions of what each may read (test/integration/live/telling.test.ts).',
  'rules-on-event-run-rules':
    'Mails what a template says to a contact, or to an owner as they may see it; tasks name no field that a role hides; who publishes a rule reads every record that it is about (test/integration/rules).',
  'webhooks-on-event-queue-deliveries':
    'Deliveries name ids and fields, no values; who sets a condition reads every record that it is asked of.',
  'webhooks-send-deliveries':
    'Posts deliveries to where somebody with `webhooks:write` said; tells who made a webhook that it is paused.',
  'privacy-on-erasure-advanced-erase': 'Deletes.',
  'jobs-on-job-asked-run':
    'Writes the archive for who asked, as they may see it: tried. Writes records into a file, and makes records of one, with the rights of then (test/integration/exports, imports). Compares records; nobody is told.',
};
