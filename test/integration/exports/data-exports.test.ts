import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as segments } from '../../../functions/segments/api.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { auditRecordPk } from '../../../shared/audit/audit.ts';
import { listContactsRoute } from '../../../shared/contacts/contact-routes.ts';
import type { RecordRights } from '../../../shared/core/policy.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import type { DataExport } from '../../../shared/exports/data-export.ts';
import { dataExportStore } from '../../../shared/exports/data-export-store.ts';
import { catalogueItem, noFields, withField } from '../../../shared/fields/catalogue.ts';
import type { Field } from '../../../shared/fields/field.ts';
import { changeUser } from '../../../shared/identity/user.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { queryItems } from '../../../shared/platform/dynamo.ts';
import { createSegmentRoute } from '../../../shared/segments/segment-routes.ts';
import { viewRecord } from '../../../shared/views/view.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { aField } from '../../fixtures/field.ts';
import { acme, ann, ben, globex } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aView } from '../../fixtures/view.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { putItem } from '../../helpers/put-item.ts';
import {
  ask,
  exported,
  get,
  keepContact,
  linesOf,
  list,
  remove,
  run,
  useExports,
  useExportsBucket,
} from './export-world.ts';

beforeAll(useExportsBucket);
beforeEach(useExports);

/** Gives Ben a role, in the table as well: what goes on in the background looks there. */
async function benAs(...role: Parameters<typeof keepRole>): Promise<Call> {
  const called = await keepRole(...role);
  const user = await userStore.get(acme, ben);
  const roles = called.memberships?.[0]?.roles as typeof user.roles;
  await userStore.save(changeUser(user, { roles }, aContext()), aContext());
  return { ...called, userId: ben };
}
const reach = (over: Partial<RecordRights>): RecordRights => ({
  ...{ read: 'all', create: 'all', edit: 'all', delete: 'all', export: 'all', unassigned: false },
  ...over,
});

describe('an export of a list', () => {
  it('holds what the list answers the same person to the same filter', async () => {
    for (const tags of [['fair'], [], ['fair', 'new']]) await keepContact({ tags });
    await settleAll();
    const { one, text } = await exported({ filter: { tags: 'fair' } });
    const { body } = await call(contacts, listContactsRoute, { query: { tag: 'fair', direction: 'asc' } });
    expect(linesOf(text)).toEqual(body.items);
    expect(one).toMatchObject({ status: 'ready', rows: 2, bytes: Buffer.byteLength(text) });
  });

  it('has the records that its reader may export, and of each only what they see', async () => {
    const as = await benAs({ contact: { emails: 'hidden' } }, { contact: reach({ export: 'own' }) });
    const own = await keepContact({ ownerId: ben });
    await keepContact({ ownerId: ann });
    await keepContact();
    await settleAll();
    const { text, one } = await exported({}, as);
    expect(one.rows).toBe(1);
    expect(linesOf(text)).toMatchObject([{ id: own.id, firstName: 'Ada' }]);
    expect(text).not.toContain('engines.example');
    const { text: csv } = await exported({ format: 'csv' }, as);
    expect(csv).not.toContain('engines.example');
  });

  it('names nobody in a row whom its reader does not see', async () => {
    const as = await benAs({}, { contact: reach({ read: 'own' }) });
    await keep(pipelineRecord, aPipeline());
    const { id: contactId } = await keepContact({ ownerId: ann, firstName: 'Grace' });
    await keep(dealRecord, aDeal({ contactId }));
    await settleAll();
    const { text } = await exported({ kind: 'deal', format: 'csv' }, as);
    expect(text).toContain('Kitchen refit');
    expect(text).toContain('ann@acme.test');
    expect(text).not.toMatch(/Grace|engines\.example/);
    const { text: whole } = await exported({ kind: 'deal', format: 'csv' });
    expect(whole).toMatch(/Grace Lovelace/);
  });

  it('is of a view: its filter, its columns, and what is said besides', async () => {
    for (const [lastName, lifecycle] of [
      ['One', 'lead'],
      ['Two', 'customer'],
      ['Three', 'customer'],
    ] as const)
      await keepContact({ lastName, lifecycle });
    const view = aView({
      of: 'contact',
      filter: { lifecycle: 'customer' },
      columns: [{ field: 'lifecycle' }, { field: 'onScreenAlone' }],
    });
    const { id: viewId } = await keep(viewRecord, view);
    await settleAll();
    const { text } = await exported({
      ...{ format: 'csv', byteOrderMark: false, viewId, filter: { lastName: { $ne: 'Three' } } },
    });
    expect(text).toBe('First name,Last name,Lifecycle\r\nAda,Two,customer\r\n');
  });

  it('is of a segment: its members, and of these what the filter holds of', async () => {
    const made = { name: 'Customers', of: 'contact', condition: { lifecycle: 'customer' } };
    const { body: segment } = await call(segments, createSegmentRoute, { body: made });
    await keepContact({ lastName: 'One' });
    for (const lastName of ['Two', 'Three']) await keepContact({ lastName, lifecycle: 'customer' });
    await settleAll();
    const namesOf = async (more: object) =>
      linesOf((await exported({ segmentId: segment.id, ...more })).text).map(({ lastName }) => lastName);
    expect((await namesOf({})).toSorted()).toEqual(['Three', 'Two']);
    expect(await namesOf({ filter: { lastName: 'Two' } })).toEqual(['Two']);
    expect((await ask({ kind: 'deal', segmentId: segment.id })).body.errors).toMatchObject([
      { pointer: '/segmentId', code: 'other_kind' },
    ]);
    const nowhere = `sg_01K${'N0NE'.padStart(23, '0')}`;
    expect((await ask({ segmentId: nowhere })).body.code).toBe('segment_not_found');
    const key = { cap: ['admin'], scopes: ['contacts:read', 'contacts:export'] };
    expect((await ask({ segmentId: segment.id }, key)).body.code).toBe('permission_missing');
  });

  it('of activities has those of the contacts in reach', async () => {
    const as = await benAs({}, { contact: reach({ read: 'own' }) });
    for (const ownerId of [ann, ben])
      for (const nth of [1, 2]) {
        const { id: contactId } = await keepContact({ ownerId });
        const id = `ac_01K${`${ownerId === ann ? 'A' : 'B'}${nth}`.padStart(23, '0')}`;
        await keep(activityRecord, anActivity({ id, contactId, subject: `${ownerId} ${nth}` }));
      }
    await settleAll();
    const { text } = await exported({ kind: 'activity' }, as);
    expect(linesOf(text).map(({ subject }) => subject)).toEqual([`${ben} 1`, `${ben} 2`]);
    expect(linesOf((await exported({ kind: 'activity' })).text)).toHaveLength(4);
  });

  it('is refused at once for what the list refuses, and where the permission is missing', async () => {
    await settleAll();
    expect((await ask({}, { role: 'readonly' })).body.code).toBe('permission_missing');
    expect((await ask({ kind: 'order' }, { cap: ['admin'], scopes: ['contacts:export'] })).status).toBe(403);
    expect((await ask({ filter: { nonsense: 1 } })).body).toMatchObject({
      code: 'condition_invalid',
      errors: [{ pointer: expect.stringMatching(/^\/filter/) }],
    });
    expect((await ask({ columns: ['nonsense'] })).body.errors).toMatchObject([{ pointer: '/columns/0' }]);
    const as = await benAs({ contact: { score: 'hidden' } });
    expect((await ask({ filter: { score: { $gte: 50 } } }, as)).body.code).toBe('field_forbidden');
    expect((await ask({ kind: 'activity', filter: { kind: 'call' } })).body.code).toBe('validation_failed');
  });
});

describe('an export that is written', () => {
  it('is its asker’s alone, and a key’s its own', async () => {
    const { id } = await exported({});
    await settleAll();
    expect((await get(id, { userId: ben, role: 'admin' })).status).toBe(404);
    expect((await get(id, { workspaceId: globex })).status).toBe(404);
    expect((await get(id, { cap: ['admin'], keyId: 'ky_01K0000000000000000000KEY1' })).status).toBe(404);
    expect((await list()).body.items).toMatchObject([{ id }]);
    expect((await list({ userId: ben, role: 'admin' })).body.items).toEqual([]);
  });

  it('has a link that is made anew for each who asks, is on record, and runs out', async () => {
    const { id } = await exported({});
    const { body } = await get(id, { now: '2026-11-29T12:00:00.000Z' });
    expect(new URL(body.url ?? '').searchParams.get('X-Amz-Expires')).toBe('300');
    const { items } = await queryItems({ pk: auditRecordPk(acme, id), limit: 10 });
    expect(items.map(({ action }) => action).toSorted()).toEqual([
      ...['export.downloaded', 'export.downloaded', 'export.made'],
    ]);
    const after = new Date(Date.parse(body.availableUntil ?? '') + 1000).toISOString();
    expect((await get(id, { now: after })).body.url).toBeUndefined();
    expect((await get(id, { role: 'readonly' })).body.code).toBe('permission_missing');
  });

  it('is gone when it is deleted, with its file', async () => {
    const { id, one } = await exported({});
    expect((await remove(id, { userId: ben, role: 'admin' })).status).toBe(404);
    expect((await remove(id)).status).toBe(204);
    expect((await get(id)).status).toBe(404);
    expect((await fetch(one.url ?? '')).status).toBe(404);
  });
});

describe('an export at work', () => {
  const some = 120;
  /** Contacts in pages, and an export of them that stops after the first piece. */
  async function begun(more: Call = {}): Promise<string> {
    for (let n = 0; n < some; n += 1) await keepContact({ ownerId: ben });
    await settleAll();
    const { body } = await ask({ format: 'csv' }, more);
    await run(body.id, { isTimeLeft: () => false });
    return body.id;
  }
  const idsIn = (text: string) => text.match(/ct_[0-9A-Z]{26}/g) ?? [];
  const events = async () =>
    (await Array.fromAsync(readAll())).flatMap(({ type, events: told }) =>
      type === 'change' ? (told as { type: string }[]).map((one) => one.type) : [],
    );

  it('says how far it is, and another run goes on where the last one ended: each record is there once', async () => {
    const id = await begun();
    expect((await get(id)).body).toMatchObject({ status: 'running', rows: 100 });
    expect((await events()).filter((type) => type === 'data_export.advanced')).toHaveLength(2);
    await run(id, { mostPieceBytes: 1000 });
    const { body } = await get(id);
    const ids = idsIn(await (await fetch(body.url ?? '')).text());
    expect(body).toMatchObject({ status: 'ready', rows: some });
    expect(new Set(ids).size).toBe(some);
    expect(ids).toHaveLength(some);
  });

  it('is written once by two runs at the same time', async () => {
    const id = await begun();
    await Promise.all([run(id, { mostPieceBytes: 1000 }), run(id, { mostPieceBytes: 1000 })]);
    await run(id);
    const { body } = await get(id);
    const ids = idsIn(await (await fetch(body.url ?? '')).text());
    expect([new Set(ids).size, ids.length]).toEqual([some, some]);
  });

  it('keeps its columns to the end, whatever becomes of the workspace’s own fields meanwhile', async () => {
    const put = (...fields: Field[]) =>
      putItem(
        catalogueItem(
          acme,
          fields.reduce((all, one) => withField(all, one.id, one), noFields('company')),
        ) as never,
      );
    const plan = aField({ of: 'company', key: 'plan', label: 'Plan' });
    await put(plan);
    const { body } = await ask({ kind: 'company', format: 'csv' });
    await put({ ...plan, archived: true }, aField({ of: 'company', key: 'tier', label: 'Tier' }));
    const { pieces, ownFields } = (await dataExportStore.find(acme, body.id)) as DataExport;
    expect({ pieces, ownFields }).toEqual({ pieces: [], ownFields: [{ key: 'plan', label: 'Plan' }] });
    await run(body.id);
    const { body: one } = await get(body.id);
    expect(await (await fetch(one.url ?? '')).text()).toMatch(/,Plan\r\n$/);
  });

  it('stops with a reason where its asker may not any more, or is gone', async () => {
    const as = await benAs({});
    const id = await begun(as);
    const user = await userStore.get(acme, ben);
    await userStore.save(changeUser(user, { roles: ['readonly'] }, aContext()), aContext());
    await run(id);
    expect((await get(id, as)).body).toMatchObject({
      status: 'failed',
      failure: { code: 'permission_missing' },
    });
    const { body: other } = await ask({}, as);
    await userStore.save(
      changeUser(await userStore.get(acme, ben), { status: 'deactivated' }, aContext()),
      aContext(),
    );
    await run(other.id);
    expect((await get(other.id, as)).body.failure?.code).toBe('user_deactivated');
  });

  it('leaves nothing behind where it was cancelled meanwhile', async () => {
    const id = await begun();
    expect((await remove(id)).status).toBe(204);
    await run(id);
    expect((await get(id)).status).toBe(404);
  });

  it('is one of five of somebody', async () => {
    for (let n = 0; n < 5; n += 1) expect((await ask({})).status).toBe(202);
    await settleAll();
    expect((await ask({})).body.code).toBe('too_many_exports');
  });
});
