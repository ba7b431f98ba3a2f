import { roleRecord } from '../access/role.ts';
import { teamRecord } from '../access/team.ts';
import { activityRecord } from '../activities/activity.ts';
import { companyRecord } from '../companies/company.ts';
import { contactRecord } from '../contacts/contact.ts';
import type { RecordBase, RecordKind } from '../core/record.ts';
import { dashboardRecord } from '../dashboards/dashboard.ts';
import { dealRecord } from '../deals/deal.ts';
import { pipelineRecord } from '../deals/pipeline.ts';
import { fieldRecord } from '../fields/field.ts';
import { fileRecord } from '../files/file.ts';
import { formRecord } from '../forms/form.ts';
import { type User, userRecord } from '../identity/user.ts';
import { linkRecord } from '../links/link.ts';
import { mailboxRecord } from '../mail/mailbox.ts';
import { templateRecord } from '../mail/template.ts';
import { orderRecord } from '../orders/order.ts';
import { productRecord } from '../products/product.ts';
import { promiseRecord } from '../promises/promise.ts';
import { spendRecord } from '../reports/spend.ts';
import { targetRecord } from '../reports/target.ts';
import { type Rule, ruleRecord } from '../rules/rule.ts';
import { scoringRulesRecord } from '../scoring/scoring-rules.ts';
import { segmentRecord } from '../segments/segment.ts';
import { taskRecord } from '../tasks/task.ts';
import { ticketRecord } from '../tickets/ticket.ts';
import { viewRecord } from '../views/view.ts';
import { type Webhook, webhookRecord } from '../webhooks/webhook.ts';
import { workspaceRecord } from '../workspaces/workspace.ts';

/** What an archive of a workspace says of itself; counted up where what it holds is to be read otherwise. */
export const archiveSchema = 1;

type AnyKind = RecordKind<RecordBase>;
const kinds = {
  workspace: workspaceRecord,
  roles: roleRecord,
  users: userRecord,
  teams: teamRecord,
  pipelines: pipelineRecord,
  fields: fieldRecord,
  templates: templateRecord,
  rules: ruleRecord,
  forms: formRecord,
  mailboxes: mailboxRecord,
  segments: segmentRecord,
  scoring: scoringRulesRecord,
  views: viewRecord,
  dashboards: dashboardRecord,
  webhooks: webhookRecord,
  products: productRecord,
  companies: companyRecord,
  contacts: contactRecord,
  deals: dealRecord,
  tasks: taskRecord,
  promises: promiseRecord,
  orders: orderRecord,
  tickets: ticketRecord,
  activities: activityRecord,
  links: linkRecord,
  files: fileRecord,
  spend: spendRecord,
  targets: targetRecord,
};
export type RecordPart = keyof typeof kinds;
/**
 * Besides the records: the versions of rules, and which ready-made ones were made, without which those that were deleted would come
 * back; which addresses get no marketing mail, and what each deal was last touched by, without which every deal would lie idle again.
 */
export type PartName = RecordPart | 'ruleVersions' | 'presets' | 'suppressions' | 'clocks';
const behind: Partial<Record<RecordPart, PartName[]>> = {
  rules: ['ruleVersions', 'presets'],
  contacts: ['suppressions'],
  deals: ['clocks'],
};
/** The parts of an archive by their names, in the order in which they are written and read: a file of JSON Lines each. */
export const archiveParts = kinds as unknown as Record<RecordPart, AnyKind>;
/** Before what touches the deals. */
export const partNames: readonly PartName[] = (Object.keys(kinds) as RecordPart[]).flatMap(
  (name): PartName[] => [name, ...(behind[name] ?? [])],
);

/** Nobody of the file has been let in where it is read: they are as good as invited. */
const uninvited = ({ subject: _, ...user }: User): User =>
  user.status === 'active' ? { ...user, status: 'invited' } : user;
/** What it signs with is not in the file: nothing is told before somebody has given it another secret. */
const silenced = (webhook: Webhook): Webhook =>
  webhook.status === 'paused'
    ? webhook
    : { ...webhook, status: 'paused', pausedReason: 'by_hand', pausedAt: webhook.updatedAt };
/** What it does would be done here as well as where it is from: somebody is to want it first. */
const stilled = (rule: Rule): Rule =>
  rule.state === 'live' ? { ...rule, state: 'paused', pausedAt: rule.updatedAt } : rule;

/** A record as it goes into the file: without what lets anybody in. */
export function archived<T extends { id: string }>(part: PartName, record: T): { id: string } {
  if (part === 'users') return uninvited(record as unknown as User);
  if (part === 'rules') return stilled(record as unknown as Rule);
  return part === 'webhooks' ? silenced(record as unknown as Webhook) : record;
}
