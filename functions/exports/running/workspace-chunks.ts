import { roleListPk } from '../../../shared/access/role-projection.ts';
import { teamListPk } from '../../../shared/access/team-projection.ts';
import { contactActivitiesPk } from '../../../shared/activities/activity-projection.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { type PageKind, pageKinds } from '../../../shared/core/policy.ts';
import { dashboardsPk } from '../../../shared/dashboards/dashboard-projection.ts';
import { readClocks } from '../../../shared/deals/clock-store.ts';
import { pipelineListPk } from '../../../shared/deals/pipeline-projection.ts';
import {
  archived,
  archiveParts,
  type PartName,
  partNames,
  type RecordPart,
} from '../../../shared/exports/workspace-parts.ts';
import { readCatalogues } from '../../../shared/fields/field-store.ts';
import { recordFilesPk } from '../../../shared/files/file-projection.ts';
import { formListPk } from '../../../shared/forms/form-projection.ts';
import { userListPk } from '../../../shared/identity/user-projection.ts';
import type { Link } from '../../../shared/links/link.ts';
import { linksPk } from '../../../shared/links/link-projection.ts';
import { mailboxListPk } from '../../../shared/mail/mailbox-projection.ts';
import { suppressionsOf } from '../../../shared/mail/suppression-store.ts';
import { templateListPk } from '../../../shared/mail/template-projection.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { listPk } from '../../../shared/records/list-entries.ts';
import { spendPk } from '../../../shared/reports/spend-projection.ts';
import { targetsPk } from '../../../shared/reports/target-projection.ts';
import { ruleListPk } from '../../../shared/rules/rule-projection.ts';
import { readLive, versionsOf } from '../../../shared/rules/rule-store.ts';
import { scoringRulesId } from '../../../shared/scoring/scoring-rules.ts';
import { segmentListPk } from '../../../shared/segments/segment-projection.ts';
import { viewsPk } from '../../../shared/views/view-projection.ts';
import { webhookListPk } from '../../../shared/webhooks/webhook-projection.ts';
import type { Chunk } from './advance.ts';
import { beside, inList, listed, type Place, type Walk } from './workspace-walks.ts';

/** What deals were last touched by, by the deals' ids; of one that nothing has touched there is nothing. */
const clocksOf = async (workspaceId: string, ids: string[]) =>
  (await readClocks(workspaceId, ids)).flatMap(({ deal, clock }) =>
    clock.version > 0 ? [{ id: deal.id, ...clock }] : [],
  );
/** The addresses of contacts that get no marketing mail, in their folded form, which is an id here. */
async function suppressionsIn(workspaceId: string, contactIds: string[]) {
  const contacts = await recordStore(contactRecord).getMany(workspaceId, contactIds);
  const keys = contacts.flatMap(({ emails }) => emails.map(({ key }) => key));
  const found = await suppressionsOf(workspaceId, keys);
  return found.map(({ emailKey, suppressed }) => ({ id: emailKey, ...suppressed }));
}
const ruleVersions = async (workspaceId: string, ruleIds: string[]) =>
  (await Promise.all(ruleIds.map((ruleId) => versionsOf(workspaceId, ruleId))))
    .flat()
    .map((version) => ({ id: `${version.ruleId}#${version.number}`, ...version }));
const ofKind = (part: RecordPart, kind: PageKind) =>
  listed(part, (workspaceId) => listPk(workspaceId, kind, 'created'));
/** Of what a workspace has one of, under an id that follows from its own; it may have none. */
const theOne = (part: RecordPart, idOf: (workspaceId: string) => string): Walk =>
  async function* (workspaceId) {
    const records = await recordStore(archiveParts[part]).getMany(workspaceId, [idOf(workspaceId)]);
    yield { records, next: undefined };
  };
const allParents = (workspaceId: string) => pageKinds.map((kind) => listPk(workspaceId, kind, 'created'));

const walks: Record<PartName, Walk> = {
  workspace: theOne('workspace', (workspaceId) => workspaceId),
  roles: listed('roles', roleListPk),
  users: listed('users', userListPk),
  teams: listed('teams', teamListPk),
  pipelines: listed('pipelines', pipelineListPk),
  fields: async function* (workspaceId) {
    const catalogues = await readCatalogues(workspaceId);
    yield { records: catalogues.flatMap(({ fields }) => fields), next: undefined };
  },
  templates: listed('templates', templateListPk),
  rules: listed('rules', ruleListPk),
  ruleVersions: inList(ruleListPk, ruleVersions),
  presets: async function* (workspaceId) {
    const { made } = await readLive(workspaceId);
    yield { records: made.map((id) => ({ id })), next: undefined };
  },
  forms: listed('forms', formListPk),
  mailboxes: listed('mailboxes', mailboxListPk),
  segments: listed('segments', (workspaceId) => segmentListPk(workspaceId)),
  scoring: theOne('scoring', scoringRulesId),
  views: listed('views', (workspaceId) => viewsPk(workspaceId)), // a private one is its owner's alone
  dashboards: listed('dashboards', (workspaceId) => dashboardsPk(workspaceId)), // likewise
  webhooks: listed('webhooks', webhookListPk),
  products: ofKind('products', 'product'),
  companies: ofKind('companies', 'company'),
  contacts: ofKind('contacts', 'contact'),
  deals: ofKind('deals', 'deal'),
  tasks: ofKind('tasks', 'task'),
  promises: ofKind('promises', 'promise'),
  orders: ofKind('orders', 'order'),
  tickets: ofKind('tickets', 'ticket'),
  activities: beside('activities', {
    parents: (workspaceId) => [listPk(workspaceId, 'contact', 'created')],
    pkOf: contactActivitiesPk,
  }),
  links: beside('links', {
    parents: allParents,
    pkOf: linksPk,
    isOf: ({ fromId }: Link, parentId) => fromId === parentId,
  }),
  suppressions: inList((workspaceId) => listPk(workspaceId, 'contact', 'created'), suppressionsIn),
  clocks: inList((workspaceId) => listPk(workspaceId, 'deal', 'created'), clocksOf),
  files: beside('files', { parents: allParents, pkOf: recordFilesPk }),
  spend: listed('spend', spendPk),
  targets: listed('targets', targetsPk),
};

type Resume = { part: number; place: Place };
const begin: Place = { list: 0 };

async function* partChunks(workspaceId: string, part: number, from: Place): AsyncGenerator<Chunk> {
  const name = partNames[part] as PartName;
  for await (const { records, next } of walks[name](workspaceId, from)) {
    const behind: Resume = next ? { part, place: next } : { part: part + 1, place: begin };
    const lines = records.map((record) => `${JSON.stringify(archived(name, record))}\n`);
    const resume = behind.part < partNames.length ? JSON.stringify(behind) : undefined;
    yield { part: name, text: lines.join(''), rows: lines.length, resume };
  }
}

/** All of a workspace, part by part, from where it was left. */
export async function* workspaceChunks(
  workspaceId: string,
  resume: string | undefined,
): AsyncGenerator<Chunk> {
  const from = resume ? (JSON.parse(resume) as Resume) : { part: 0, place: begin };
  yield* partChunks(workspaceId, from.part, from.place);
  for (let part = from.part + 1; part < partNames.length; part += 1)
    yield* partChunks(workspaceId, part, begin);
}
