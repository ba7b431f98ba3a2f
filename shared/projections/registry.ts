import { roleProjection } from '../access/role-projection.ts';
import { teamProjection } from '../access/team-projection.ts';
import { activityProjection } from '../activities/activity-projection.ts';
import { checked } from '../checks/checked.ts';
import { gradeProjection } from '../checks/grade-projection.ts';
import { companyProjection } from '../companies/company-projection.ts';
import { contactProjection } from '../contacts/contact-projection.ts';
import type { Key, Projections } from '../core/projection.ts';
import { dashboardProjection } from '../dashboards/dashboard-projection.ts';
import { dealProjection } from '../deals/deal-projection.ts';
import { pipelineProjection } from '../deals/pipeline-projection.ts';
import { duplicateRunProjection } from '../duplicates/duplicate-run-projection.ts';
import { pairSk } from '../duplicates/pair.ts';
import { pairProjection } from '../duplicates/pair-projection.ts';
import { dataExportProjection } from '../exports/data-export-projection.ts';
import { fileProjection } from '../files/file-projection.ts';
import { formProjection } from '../forms/form-projection.ts';
import { keyProjection } from '../identity/key-projection.ts';
import { userProjection } from '../identity/user-projection.ts';
import { importProjection } from '../imports/import-projection.ts';
import { distinctSk, linkProjection } from '../links/link-projection.ts';
import { intakeProjection } from '../mail/intake-projection.ts';
import { mailboxProjection } from '../mail/mailbox-projection.ts';
import { messageProjection } from '../mail/message-projection.ts';
import { templateProjection } from '../mail/template-projection.ts';
import { orderProjection } from '../orders/order-projection.ts';
import { contactFacts } from '../orders/purchases.ts';
import { erasureProjection } from '../privacy/erasure-projection.ts';
import { exportProjection } from '../privacy/export-projection.ts';
import { productProjection } from '../products/product-projection.ts';
import { promiseProjection } from '../promises/promise-projection.ts';
import { spendProjection } from '../reports/spend-projection.ts';
import { targetProjection } from '../reports/target-projection.ts';
import { ruleProjection } from '../rules/rule-projection.ts';
import { segmentProjection } from '../segments/segment-projection.ts';
import { segmented } from '../segments/segmented.ts';
import { taskProjection } from '../tasks/task-projection.ts';
import { ticketProjection } from '../tickets/ticket-projection.ts';
import { viewProjection } from '../views/view-projection.ts';
import { webhookProjection } from '../webhooks/webhook-projection.ts';
import { workspaceProjection } from '../workspaces/workspace-projection.ts';

/** Every projection by its record's sort key. A capability adds its line here, and nothing else. */
export const projections: Projections = {
  CONTACT: checked('contact', segmented('contact', contactProjection, contactFacts)),
  COMPANY: checked('company', segmented('company', companyProjection)),
  ACTIVITY: activityProjection,
  DEAL: checked('deal', segmented('deal', dealProjection)),
  PIPELINE: pipelineProjection,
  TASK: checked('task', segmented('task', taskProjection)),
  PRODUCT: productProjection,
  ORDER: checked('order', segmented('order', orderProjection)),
  TICKET: checked('ticket', segmented('ticket', ticketProjection)),
  PROMISE: promiseProjection,
  USER: userProjection,
  KEY: keyProjection,
  ROLE: roleProjection,
  TEAM: teamProjection,
  FORM: formProjection,
  INTAKE: intakeProjection,
  MAILBOX: mailboxProjection,
  TEMPLATE: templateProjection,
  MESSAGE: messageProjection,
  ERASURE: erasureProjection,
  EXPORT: exportProjection,
  IMPORT: importProjection,
  DATAEXPORT: dataExportProjection,
  SEGMENT: segmentProjection,
  VIEW: viewProjection,
  DASHBOARD: dashboardProjection,
  FILE: fileProjection,
  LINK: linkProjection,
  PAIR: pairProjection,
  DEDUPE: duplicateRunProjection,
  WEBHOOK: webhookProjection,
  RULE: ruleProjection,
  GRADE: gradeProjection,
  SPEND: spendProjection,
  TARGET: targetProjection,
  WORKSPACE: workspaceProjection,
};

/** Sort key of an item beside a record → that of the record to look at. */
const recordBeside = new Map(
  Object.entries(projections).flatMap(([sk, { beside = [] }]) => beside.map((other) => [other, sk] as const)),
);

/** The record that a written item asks to look at. */
export function recordToLookAt({ pk, sk }: Key): Key {
  if (sk === distinctSk) return { pk: pk.slice(0, pk.lastIndexOf('#')), sk: pairSk };
  return { pk, sk: recordBeside.get(sk) ?? sk };
}

/** By key alone, since a removal has no new image; it keeps the projector's own writes out, but for what says that two records are not one. */
export const projectedKeys = [...Object.keys(projections), ...recordBeside.keys(), distinctSk];
