import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { gradeDue } from '../../../functions/due/reasons/grade.ts';
import { handler as fields } from '../../../functions/fields/api.ts';
import { handler } from '../../../functions/records/api.ts';
import type { CheckedKind, CheckName } from '../../../shared/checks/checks.ts';
import {
  getDataCheckRoute,
  listFindingsRoute,
  listGradesRoute,
  repairFindingsRoute,
  takeGradeRoute,
} from '../../../shared/checks/data-check-routes.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { touchSk } from '../../../shared/contacts/contact-touch.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { newId } from '../../../shared/core/ids.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { pipelineRecord } from '../../../shared/deals/pipeline.ts';
import { createFieldRoute } from '../../../shared/fields/field-routes.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, globex, monday } from '../../fixtures/ids.ts';
import { aPipeline } from '../../fixtures/pipeline.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { putItem } from '../../helpers/put-item.ts';
import { useSecret } from '../../helpers/secret.ts';

const sqs = mockClient(SQSClient);
beforeEach(async () => {
  await useSecret();
  await useTable();
  process.env.KEYS_QUEUE_URL = 'https://sqs.test/1/keys';
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] });
  await keep(workspaceRecord, aWorkspace());
  await keep(pipelineRecord, aPipeline());
  for (const id of [ann, ben]) await keep(userRecord, aUser({ id, email: `${id}@acme.test` }));
});

const mail = (address: string) => ({ address, key: address.toLowerCase() });
const contact = (over: Partial<Contact> = {}) => {
  const id = newId('contact', monday);
  return keep(contactRecord, aContact({ id, ownerId: ann, emails: [mail(`${id}@x.example`)], ...over }));
};
const checked = (more: Call = {}) => call(handler, getDataCheckRoute, more);
const found = (kind: CheckedKind, check: CheckName, more: Call = {}) =>
  call(handler, listFindingsRoute, { ...more, query: { kind, check, ...more.query } });
const repair = (body: object, more: Call = {}) => call(handler, repairFindingsRoute, { body, ...more });
const stored = (id: string) => recordStore(contactRecord).get(acme, id);
const aNewField = (key: string) => ({ of: 'contact', key, label: key, type: 'text', required: true });
const idsOf = ({ body }: Awaited<ReturnType<typeof found>>) =>
  (body.items as { record: { id: string } }[]).map(({ record }) => record.id);
const statuses = ({ body }: Awaited<ReturnType<typeof repair>>) => body.results.map(({ status }) => status);
const kindIn = ({ body }: Awaited<ReturnType<typeof checked>>, kind: CheckedKind) =>
  body.kinds.find((one) => one.kind === kind);

describe('the check', () => {
  it('CHECK-1, CHECK-2: counts and lists what is wrong, with what would mend it, as records are written', async () => {
    const typo = await contact({ emails: [mail('ada@gmial.com')], firstName: 'ADA' });
    await contact();
    await settleAll();
    expect((await checked()).body).toMatchObject({
      grade: 50,
      kinds: expect.arrayContaining([
        expect.objectContaining({
          ...{ kind: 'contact', records: 2, faulty: 1, duplicates: 0 },
          found: expect.objectContaining({ mistyped: 1, miswritten: 1, unowned: 0 }),
        }),
      ]),
    });
    const { status, body } = await found('contact', 'mistyped');
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        record: expect.objectContaining({ id: typo.id, firstName: 'ADA' }),
        fields: ['emails'],
        repair: { emails: [{ address: 'ada@gmail.com' }] },
      },
    ]);
    expect(body.items[0]?.record).not.toHaveProperty('pk');
  });

  it('tells everybody of what they may read, and grades what they see', async () => {
    const own = await contact({ firstName: 'ADA' });
    const others = await contact({ firstName: 'BEN', ownerId: ben });
    const nobodys = await contact({ ownerId: undefined });
    await settleAll();
    const rep: Call = { role: 'rep', userId: ann };
    expect(idsOf(await found('contact', 'miswritten', rep))).toEqual([own.id]);
    expect(idsOf(await found('contact', 'unowned', rep))).toEqual([nobodys.id]);
    const seen = await checked(rep);
    expect(kindIn(seen, 'contact')).toMatchObject({ records: 2, faulty: 2 });
    expect(kindIn(seen, 'contact')).not.toHaveProperty('duplicates');
    const body = { kind: 'contact', check: 'miswritten', ids: [own.id, others.id], by: 'suggestion' };
    expect(statuses(await repair(body, rep))).toEqual([200, 404]);
    expect((await stored(others.id)).firstName).toBe('BEN');
  });

  it('refuses a check that a kind has not, and a kind that one may not read', async () => {
    const unknown = await found('task', 'mistyped');
    expect(unknown).toMatchObject({
      status: 400,
      body: { code: 'check_unknown', errors: [{ pointer: '?/check' }] },
    });
    const scopes = ['deals:read'];
    const held: Call = { keyId: 'ky_01K00000000000000000000001', cap: ['admin'], scopes };
    expect(await found('contact', 'stale', held)).toMatchObject({
      status: 403,
      body: { code: 'permission_missing' },
    });
    expect((await checked(held)).body.kinds.map(({ kind }) => kind)).toEqual(['deal']);
    const body = { kind: 'deal', check: 'overdue', ids: ['dl_1'], by: 'suggestion' };
    expect(await repair(body, held)).toMatchObject({ status: 403, body: { code: 'permission_missing' } });
  });

  it('finds what time alone brings about: a lead of which nothing was heard, a deal whose day is over', async () => {
    const lead = await contact({ createdAt: '2025-01-01T00:00:00.000Z' });
    const spoken = await contact({ createdAt: '2025-01-01T00:00:00.000Z' });
    const { pk } = recordKey(acme, 'contact', spoken.id);
    const touch = { pk, sk: touchSk, version: 1, lastActivityAt: '2026-10-01T00:00:00.000Z' };
    await putItem(touch);
    await keep(dealRecord, aDeal({ ownerId: ann, contactId: lead.id, expectedCloseOn: '2026-11-30' }));
    await settleAll();
    const items = await Array.fromAsync(readAll());
    const due = items.filter(({ reason }) => reason === 'check').map(({ at, id }) => [id, at]);
    expect(due).toContainEqual([aDeal().id, '2026-12-01T12:00:00.000Z']);
    expect(due.map(([id]) => id)).toContain(spoken.id);
    expect(idsOf(await found('contact', 'stale'))).toEqual([lead.id]);
  });
});

describe('a repair', () => {
  it('takes out an address that bounces, and leaves the others', async () => {
    const dead = { ...mail('old@x.example'), bouncedAt: monday };
    const { id } = await contact({ emails: [dead, { ...mail('new@x.example'), label: 'work' }] });
    await settleAll();
    const { body } = await found('contact', 'bounced');
    expect(body.items).toMatchObject([{ repair: { emails: [{ address: 'new@x.example', label: 'work' }] } }]);
    await repair({ kind: 'contact', check: 'bounced', ids: [id], by: 'suggestion' });
    expect((await stored(id)).emails.map(({ address }) => address)).toEqual(['new@x.example']);
  });

  it('mends each by itself, once, and says of each what became of it', async () => {
    const taken = await contact({ emails: [mail('ada@gmail.com')] });
    const twin = await contact({ emails: [mail('ada@gmial.com')] });
    const other = await contact({ emails: [{ ...mail('ben@hotmial.com'), label: 'home' }] });
    await settleAll();
    const body = { kind: 'contact', check: 'mistyped', ids: [twin.id, other.id, taken.id], by: 'suggestion' };
    const first = await repair(body);
    expect(first.status).toBe(207);
    expect(statuses(first)).toEqual([409, 200, 200]);
    expect(first.body.results[0]?.error).toMatchObject({ code: 'email_taken', existingId: taken.id });
    const mended = await stored(other.id);
    expect(mended.emails).toEqual([{ address: 'ben@hotmail.com', key: 'ben@hotmail.com', label: 'home' }]);
    expect(statuses(await repair(body))).toEqual([409, 200, 200]);
    expect((await stored(other.id)).version).toBe(mended.version);
    expect((await stored(taken.id)).version).toBe(1);
    await settleAll();
    expect(idsOf(await found('contact', 'mistyped'))).toEqual([twin.id]);
  });

  it('gives what is nobody’s to somebody by a patch, and only that', async () => {
    const nobodys = await contact({ ownerId: undefined });
    const owned = await contact({ ownerId: ben });
    await settleAll();
    const body = { kind: 'contact', check: 'unowned', ids: [nobodys.id, owned.id], by: 'patch' };
    expect(statuses(await repair({ ...body, patch: { ownerId: ann } }))).toEqual([200, 200]);
    expect([(await stored(nobodys.id)).ownerId, (await stored(owned.id)).ownerId]).toEqual([ann, ben]);
    const odd = await repair({ ...body, patch: { colour: 'red' } });
    expect(odd.status).toBe(207);
    expect(await repair(body)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/patch' }] } });
    expect(await repair({ ...body, by: 'trash', patch: {} })).toMatchObject({ status: 400 });
  });

  it('fills in what is required, and only where it is still lacking', async () => {
    for (const key of ['size', 'tariff']) await call(fields, createFieldRoute, { body: aNewField(key) });
    const { id } = await contact({ custom: { size: 'L' } });
    await settleAll();
    expect((await found('contact', 'required')).body.items).toMatchObject([{ fields: ['custom.tariff'] }]);
    const body = { kind: 'contact', check: 'required', ids: [id], by: 'patch' };
    const patch = { custom: { size: 'S', tariff: 'basic' }, firstName: 'Else' };
    expect(statuses(await repair({ ...body, patch }))).toEqual([200]);
    expect(await stored(id)).toMatchObject({ firstName: 'Ada', custom: { size: 'L', tariff: 'basic' } });
    await settleAll();
    expect(idsOf(await found('contact', 'required'))).toEqual([]);
  });

  it('says where nothing mends it by itself', async () => {
    const { id } = await contact({ firstName: undefined, lastName: undefined });
    const { body } = await repair({ kind: 'contact', check: 'unnamed', ids: [id], by: 'suggestion' });
    expect(body.results).toMatchObject([{ status: 400, error: { code: 'no_suggestion' } }]);
  });

  it('puts into the trash what is still wrong, for who may', async () => {
    const orphan = await keep(dealRecord, aDeal({ id: newId('deal'), ownerId: ann, contactId: undefined }));
    const well = await keep(
      dealRecord,
      aDeal({ id: newId('deal'), ownerId: ann, contactId: newId('contact') }),
    );
    await settleAll();
    const body = { kind: 'deal', check: 'orphan', ids: [orphan.id, well.id], by: 'trash' };
    expect(await repair(body, { role: 'rep' })).toMatchObject({ status: 403 });
    expect(statuses(await repair(body))).toEqual([200, 200]);
    const after = await Promise.all([orphan, well].map(({ id }) => recordStore(dealRecord).get(acme, id)));
    expect(after.map(({ deletedAt }) => deletedAt !== undefined)).toEqual([true, false]);
    const again = await repair(body);
    expect(statuses(again)).toEqual([200, 200]);
    expect(again.body.results[0]?.record).toHaveProperty('deletedAt');
    await settleAll();
    expect(kindIn(await checked(), 'deal')).toMatchObject({ records: 1, faulty: 0 });
  });
});

describe('a grade', () => {
  const grades = async () => (await call(handler, listGradesRoute)).body.items;
  const dueOf = async () => {
    await settleAll();
    const items = await Array.fromAsync(readAll());
    return items.filter(({ reason }) => reason === 'grade') as unknown as DueEntry[];
  };

  it('CHECK-4: is kept when somebody asks, newest first, for who writes the settings', async () => {
    await contact({ firstName: 'ADA' });
    await settleAll();
    const first = await call(handler, takeGradeRoute, { now: '2026-11-22T12:00:00.000Z' });
    expect(first).toMatchObject({ status: 201, body: { grade: 0, cause: 'request' } });
    expect(first.body.kinds.contact).toMatchObject({ records: 1, faulty: 1, found: { miswritten: 1 } });
    await contact();
    await settleAll();
    await call(handler, takeGradeRoute, { now: '2026-11-23T12:00:00.000Z' });
    await settleAll();
    expect((await grades()).map(({ grade }) => grade)).toEqual([50, 0]);
    expect(await call(handler, listGradesRoute, { role: 'manager' })).toMatchObject({ status: 403 });
  });

  it('CHECK-5: is taken at each turn of a month, once however often the sweep comes', async () => {
    const [entry] = await dueOf();
    expect(entry).toMatchObject({ at: '2026-11-30T23:00:00.000Z', of: 'workspace', id: acme });
    await gradeDue(entry as DueEntry, '2026-11-30T22:59:00.000Z');
    expect(await grades()).toEqual([]);
    const turn = '2026-11-30T23:00:00.000Z';
    await Promise.all([gradeDue(entry as DueEntry, turn), gradeDue(entry as DueEntry, turn)]);
    await gradeDue(entry as DueEntry, '2026-11-30T23:01:00.000Z');
    const [next, ...others] = await dueOf();
    expect(next).toMatchObject({ at: '2026-12-31T23:00:00.000Z' });
    expect(others).toEqual([]);
    expect(await grades()).toMatchObject([{ cause: 'schedule', grade: 100, createdAt: turn }]);
  });
});

it('another workspace’s records are neither counted nor listed nor mended', async () => {
  const theirs = await contact({ workspaceId: globex, firstName: 'ADA', emails: [] });
  await settleAll();
  expect(kindIn(await checked(), 'contact')).toMatchObject({ records: 0, faulty: 0 });
  expect(idsOf(await found('contact', 'miswritten'))).toEqual([]);
  const body = { kind: 'contact', check: 'miswritten', ids: [theirs.id], by: 'suggestion' };
  expect((await repair(body)).body.results).toMatchObject([
    { status: 404, error: { code: 'contact_not_found' } },
  ]);
});
