import { mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as api } from '../../../functions/privacy/api.ts';
import { handler as records } from '../../../functions/records/api.ts';
import { handler as rules } from '../../../functions/rules/api.ts';
import { letIn } from '../../../infra/restore/let-in.ts';
import { type Archive, readArchive } from '../../../infra/restore/read-archive.ts';
import { restoreWorkspace } from '../../../infra/restore/restore.ts';
import { contactTold } from '../../../shared/contacts/bounce-store.ts';
import { contactMergeRoutes } from '../../../shared/contacts/contact-routes.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { canonical } from '../../../shared/core/canonical.ts';
import { newId } from '../../../shared/core/ids.ts';
import { clockWrite } from '../../../shared/deals/clock-store.ts';
import { clockOf } from '../../../shared/deals/idle.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { createWorkspaceExportRoute } from '../../../shared/exports/data-export-routes.ts';
import { type PartName, partNames } from '../../../shared/exports/workspace-parts.ts';
import { noFields } from '../../../shared/fields/catalogue.ts';
import { fieldRecord } from '../../../shared/fields/field.ts';
import { saveField } from '../../../shared/fields/field-store.ts';
import { Form, formRecord } from '../../../shared/forms/form.ts';
import { holdFormKey, openForm } from '../../../shared/forms/form-store.ts';
import { findCredential } from '../../../shared/identity/credential-store.ts';
import { linkRecord } from '../../../shared/links/link.ts';
import { mailRefusal } from '../../../shared/mail/refusal-store.ts';
import { suppress } from '../../../shared/mail/suppression-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { hashOfAddress } from '../../../shared/privacy/address-hash-store.ts';
import { spendRecord } from '../../../shared/reports/spend.ts';
import { targetRecord } from '../../../shared/reports/target.ts';
import { makePresets } from '../../../shared/rules/preset-store.ts';
import { presets } from '../../../shared/rules/presets.ts';
import {
  deleteRuleRoute,
  listRulesRoute,
  publishRuleRoute,
  resumeRuleRoute,
} from '../../../shared/rules/rule-routes.ts';
import { readLive } from '../../../shared/rules/rule-store.ts';
import { createSampleDataRoute } from '../../../shared/sample/sample-routes.ts';
import { rulesWhereNone, scoringRulesId, scoringRulesRecord } from '../../../shared/scoring/scoring-rules.ts';
import { segmentRecord } from '../../../shared/segments/segment.ts';
import { viewRecord } from '../../../shared/views/view.ts';
import { webhookRecord } from '../../../shared/webhooks/webhook.ts';
import { aField } from '../../fixtures/field.ts';
import { acme, ann, globex, monday, noon, pipelineId } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aView } from '../../fixtures/view.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { get, run, useExports, useExportsBucket } from './export-world.ts';

const base = (kind: Parameters<typeof newId>[0]) => ({
  ...{ id: newId(kind), workspaceId: acme, version: 3, createdAt: monday, updatedAt: noon },
});
const items = () => Array.fromAsync(readAll());

/** The rules of a workspace, by which of the ready-made ones they are. */
async function rulesOf(workspaceId: string) {
  const { body } = await call(rules, listRulesRoute, { query: { limit: '100' }, workspaceId });
  return new Map(body.items.map((rule) => [rule.preset, rule]));
}
/** The ready-made rules, of which one was published twice and another deleted. */
async function useRules(): Promise<void> {
  await makePresets(acme);
  await settleAll();
  const made = await rulesOf(acme);
  const of = (preset: string) => ({ params: { ruleId: String(made.get(preset)?.id) } });
  const published = await call(rules, publishRuleRoute, { ...of('welcome'), body: {} });
  expect(published.status).toBe(200);
  expect((await call(rules, deleteRuleRoute, of('hot_lead'))).status).toBe(204);
}

let sampleAddress = '';
let mergedId = '';
const formKey = 'fk_0123456789abcdefghijkl';
/** Acme with something of everything. */
async function useAcme(): Promise<void> {
  await useExports();
  await keep(pipelineRecord, aPipeline({ id: pipelineId }));
  expect((await call(records, createSampleDataRoute, { now: noon })).status).toBe(200);
  const field = aField({ key: 'plan', label: 'Plan' });
  await saveField(
    { of: fieldRecord, before: undefined, after: field, events: [] },
    noFields('contact'),
    aContext(),
  );
  await keepRole({ contact: { score: 'hidden' } });
  await keep(segmentRecord, {
    ...base('segment'),
    name: 'Leads',
    of: 'contact',
    condition: { lifecycle: 'lead' },
  });
  const month = { month: '2026-11', currency: 'EUR' };
  await keep(spendRecord, { ...base('spend'), ...month, source: 'linkedin', amountCents: 5 });
  await keep(targetRecord, { ...base('target'), ...month, userId: ann, wonCount: 3 });
  const ownRules = { ...rulesWhereNone(acme), ...base('scoring'), id: scoringRulesId(acme), base: 7 };
  await keep(scoringRulesRecord, ownRules);
  await keep(viewRecord, aView({ ...base('view'), visibility: 'shared' }));
  await keep(viewRecord, aView({ ...base('view'), visibility: 'private', name: 'Mine' }));
  const fields = [{ name: 'email', label: 'E-mail', type: 'email', target: 'email' }];
  await useRules();
  await holdFormKey(await keep(formRecord, Form.parse({ ...base('form'), name: 'Ask us', fields, formKey })));
  await keep(webhookRecord, {
    ...{ ...base('webhook'), url: 'https://hooks.example.com', events: ['*'], status: 'active', madeBy: ann },
  } as never);
  const [contact, company, deal] = await Promise.all(
    ['CONTACT', 'COMPANY', 'DEAL'].map(async (kind) => (await items()).find(({ sk }) => sk === kind)),
  );
  const [email] = (contact?.emails ?? []) as { address: string }[];
  sampleAddress = String(email?.address);
  await suppress(acme, await hashOfAddress(acme, sampleAddress), 'unsubscribed', monday);
  const bounced = { kind: 'bounced', at: monday } as const;
  const told = await contactTold({ workspaceId: acme, to: sampleAddress }, bounced, noon);
  await contactStore.save(told as NonNullable<typeof told>, aContext());
  await keep(linkRecord, {
    ...{ ...base('link'), fromId: String(contact?.id), toId: String(company?.id), label: 'works_at' },
  } as never);
  const clock = { version: 4, last: { at: noon, kind: 'call', id: 'ac_1' }, planned: {}, idleFor: noon };
  await commit([clockWrite({ workspaceId: acme, id: String(deal?.id) }, clockOf(undefined), clock)]);
  await settleAll();
  const spoken = (await items()).find(({ sk, contactId }) => sk === 'ACTIVITY' && contactId !== contact?.id);
  mergedId = String(spoken?.contactId);
  const merging = { params: { contactId: String(contact?.id) }, body: { ids: [mergedId] } };
  expect((await call(contacts, contactMergeRoutes.merge, merging)).status).toBe(200);
  await settleAll();
}

const folder = mkdtempSync(join(tmpdir(), 'restore-'));
let nth = 0;
/** The workspace's archive, written in pieces of this size. */
async function archive(workspaceId = acme, mostPieceBytes = 4000): Promise<Archive> {
  const { body, status } = await call(api, createWorkspaceExportRoute, { body: {}, workspaceId });
  expect(status).toBe(202);
  await run(body.id, { mostPieceBytes }, workspaceId);
  const { body: one } = await get(body.id, { workspaceId });
  expect(one.failure).toBeUndefined();
  nth += 1;
  const path = join(folder, `${nth}.zip`);
  await writeFile(path, Buffer.from(await (await fetch(one.url ?? '')).arrayBuffer()));
  return readArchive(path);
}
/** All that an archive holds, part by part, in no order. */
async function contents({ lines }: Archive): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const part of partNames)
    all[part] = (await Array.fromAsync(lines(part))).map((line) => canonical(line)).toSorted();
  return all;
}

let before: Archive;
beforeAll(async () => {
  await useExportsBucket();
  await useAcme();
  before = await archive();
});
const withManifest = (more: Partial<Archive['manifest']>): Archive => ({
  ...before,
  manifest: { ...before.manifest, ...more },
});

describe('an archive of a workspace', () => {
  it('has a part for each kind of record, and nothing that lets anybody in', async () => {
    expect(before.manifest.counts).toMatchObject({
      ...{ workspace: 1, roles: 1, users: 2, pipelines: 1, fields: 1, forms: 1, segments: 1, views: 1 },
      ...{ webhooks: 1, companies: 5, contacts: 12, deals: 8, clocks: 1, tasks: 10, orders: 2 },
      ...{ activities: 8, links: 1, suppressions: 1, spend: 1, targets: 1, scoring: 1 },
      ...{ rules: presets.length - 1, ruleVersions: 3, presets: presets.length },
    });
    const text = JSON.stringify(await contents(before));
    expect(text).toContain(`\\"bouncedAt\\":\\"${monday}\\"`);
    expect(text).not.toContain('sub-us_');
    expect(text).not.toContain('Mine'); // a private view is its owner's alone
  });

  it('has who was merged, and what is theirs by their own id', async () => {
    const { contacts: people = [], activities = [] } = await contents(before);
    expect(people.some((line) => line.includes(`"id":"${mergedId}"`))).toBe(true);
    expect(activities.some((line) => line.includes(`"contactId":"${mergedId}"`))).toBe(true);
  });

  it('is for who may see and take everything', async () => {
    const ask = (more: object) => call(api, createWorkspaceExportRoute, { body: {}, ...more });
    expect((await ask({ role: 'manager' })).body.code).toBe('permission_missing');
    expect((await ask(await keepRole({ contact: { score: 'hidden' } }))).body.code).toBe(
      'permission_missing',
    );
    const key = { cap: ['admin'], scopes: ['workspaces:write'] };
    expect((await ask(key)).body.code).toBe('permission_missing');
  });
});

describe('a workspace that is made of an archive', () => {
  it('is never put on top of one that is there', async () => {
    await expect(restoreWorkspace(before, acme, noon)).rejects.toThrow('not empty');
  });

  it('is the same in another workspace beside it, and made once by runs of which the first was killed', async () => {
    const killed: Archive = {
      ...before,
      lines: async function* (part: PartName) {
        yield* before.lines(part);
        if (part === 'deals') throw new Error('killed');
      },
    };
    await expect(restoreWorkspace(killed, globex, noon)).rejects.toThrow('killed');
    const told: string[] = [];
    await restoreWorkspace(before, globex, noon, (what) => told.push(what));
    expect(told.filter((what) => what.startsWith('The form'))).toHaveLength(1); // whose key is Acme's form's
    const once = (await items()).length;
    await restoreWorkspace(before, globex, noon);
    expect((await items()).length).toBe(once);
    const other = withManifest({ exportId: newId('dataExport') });
    await expect(restoreWorkspace(other, globex, noon)).rejects.toThrow('not empty');
    await settleAll();
    const moved = JSON.stringify(await contents(before))
      .replaceAll(acme, globex)
      .replaceAll(scoringRulesId(acme), scoringRulesId(globex));
    expect(await contents(await archive(globex))).toEqual(JSON.parse(moved));
  });

  it('has the rules that there were and none besides, which do nothing before somebody resumes them', async () => {
    await makePresets(globex);
    await settleAll();
    const restored = await rulesOf(globex);
    const wanted = presets.map(({ key }) => key).filter((key) => key !== 'hot_lead');
    expect([...restored.keys()].toSorted()).toEqual(wanted.toSorted());
    expect([...restored.values()].some(({ state }) => state === 'live')).toBe(false);
    expect((await readLive(globex)).rules).toEqual([]);
    const params = { ruleId: String(restored.get('welcome')?.id) };
    const { body } = await call(rules, resumeRuleRoute, { params, body: {}, workspaceId: globex });
    expect(body).toMatchObject({ state: 'live', live: { number: 2 } });
    expect((await readLive(globex)).rules).toMatchObject([{ id: params.ruleId, number: 2 }]);
  });

  it('is the same workspace in another table, and lets in whom the operator names', async () => {
    await useTable();
    const short = withManifest({ counts: { ...before.manifest.counts, contacts: 99 } });
    await expect(restoreWorkspace(short, acme, noon)).rejects.toThrow('says 99');
    await restoreWorkspace(before, acme, noon);
    await settleAll();
    expect(await contents(await archive())).toEqual(await contents(before));
    for (const _ of [1, 2])
      await letIn(acme, { email: 'ann@acme.test', subject: 'sub-new', person: 'Ann' }, noon);
    expect(await findCredential('sub-new')).toMatchObject({
      userId: ann,
      memberships: [{ workspaceId: acme, roles: ['admin'] }],
    });
    expect((await openForm(formKey)).name).toBe('Ask us');
    expect(await mailRefusal(acme, { to: sampleAddress, marketing: true })).toBe('unsubscribed');
  });
});
