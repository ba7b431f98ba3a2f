import { beforeAll, describe, expect, it } from 'vitest';
import { handler } from '../../../functions/calls/api.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { reportCallRoute } from '../../../shared/calls/call-routes.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { meter } from '../../../shared/platform/meter.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

let calls = 0;
const ringing = (over: object = {}) => ({
  externalId: `pbx-${calls++}`,
  direction: 'inbound',
  from: '030 901820',
  to: '+493012345678',
  startedAt: '2026-11-22T11:58:00Z',
  ...over,
});
const report = (body: object, more: Call = {}) => call(handler, reportCallRoute, { body, ...more });
const withPhone = (number: string, over: Partial<Contact> = {}) =>
  keep(contactRecord, aContact({ id: newId('contact'), emails: [], phones: [{ number }], ...over }));
const logged = (id: string) => recordStore(activityRecord).get(acme, id);
const asBen: Call = { role: 'rep', userId: ben };

beforeAll(async () => {
  useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace({ country: 'DE' }));
  await keep(userRecord, aUser({ id: ben, email: 'ben@acme.test' }));
});

describe('a call', () => {
  it('finds its contact by the number as it is dialled, logs it, and says what to open and which deals are open', async () => {
    const ada = await withPhone('+4930901820', { ownerId: ann });
    const deal = await keep(dealRecord, aDeal({ id: newId('deal'), contactId: ada.id, ownerId: ann }));
    await settleAll();
    const { status, body } = await report(
      ringing({ outcome: 'answered', durationSeconds: 212, agent: 'Ben@acme.test', note: 'Wants ten.' }),
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      matched: true,
      ambiguous: false,
      open: `/contacts/${ada.id}`,
      contact: { id: ada.id, displayName: expect.stringMatching(/\w/) },
      deals: [{ id: deal.id, name: deal.name }],
      candidates: [{ id: ada.id }],
    });
    expect(await logged(body.activity.id)).toMatchObject({
      kind: 'call',
      contactId: ada.id,
      at: '2026-11-22T11:58:00.000Z',
      direction: 'inbound',
      text: 'Wants ten.',
      call: { from: '+4930901820', outcome: 'connected', durationMs: 212_000, agentId: ben },
    });
  });

  it('is one activity however often and in whatever order it is reported, by its own name', async () => {
    await withPhone('+4930901821');
    await settleAll();
    const one = ringing({ from: '+4930901821' });
    const [first, again] = [await report(one), await report(one)];
    expect(again.body.activity).toEqual(first.body.activity);
    const ended = { ...one, endedAt: '2026-11-22T12:03:00Z', outcome: 'answered' };
    const last = await report(ended);
    expect(last.body.activity).toMatchObject({
      id: first.body.activity.id,
      version: 2,
      call: { outcome: 'connected', durationMs: 300_000 },
    });
    const late = await report(one);
    expect(late.body.activity).toEqual(last.body.activity);
    const others = await report({ ...one }, { userId: ben });
    expect(others.body.code).toBe('reported_call_taken');
  });

  it('reported twice at once is one activity', async () => {
    await withPhone('+4930901822');
    await settleAll();
    const one = ringing({ from: '+4930901822' });
    const answers = await Promise.all(Array.from({ length: 4 }, () => report(one)));
    expect(new Set(answers.map(({ body }) => body.activity?.id)).size).toBe(1);
  });

  it('of a number that several have is logged with who was changed last, and says so; with the one that is named, if one is', async () => {
    const old = await withPhone('+4930901823', { updatedAt: '2026-11-01T00:00:00.000Z' });
    const young = await withPhone('+4930901823', { updatedAt: '2026-11-20T00:00:00.000Z' });
    await settleAll();
    const { body } = await report(ringing({ from: '+4930901823' }));
    expect(body).toMatchObject({ ambiguous: true, contact: { id: young.id } });
    expect(body.candidates.map(({ id }) => id)).toEqual([young.id, old.id]);
    const named = await report(ringing({ from: '+4930901823', contactId: old.id }));
    expect(named.body.contact.id).toBe(old.id);
  });

  it('out looks at whom it goes to', async () => {
    const called = await withPhone('+4930901824');
    await settleAll();
    const out = { direction: 'outbound', from: '+493012345678', to: '030/901824' };
    expect((await report(ringing(out))).body.contact.id).toBe(called.id);
    expect((await report(ringing({ ...out, to: '030 901899' }))).body.code).toBe('caller_unknown');
  });
});

describe('who calls in and is not known', () => {
  it('becomes a lead with the number, and is known at the next call', async () => {
    const { body } = await report(ringing({ from: '030 901825', outcome: 'missed' }));
    expect(body).toMatchObject({ matched: false, deals: [], candidates: [] });
    expect(await recordStore(contactRecord).get(acme, body.contact.id)).toMatchObject({
      phones: [{ number: '+4930901825' }],
      lifecycle: 'lead',
      source: { kind: 'api' },
    });
    await settleAll();
    expect((await report(ringing({ from: '030 901825' }))).body).toMatchObject({
      matched: true,
      contact: { id: body.contact.id },
    });
  });

  it('is one lead when several calls come in at once, before any list has heard of it', async () => {
    const from = '+4930901830';
    const answers = await Promise.all(Array.from({ length: 4 }, () => report(ringing({ from }))));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const [first] = answers;
    const ids = answers.map(({ body }) => body.contact.id);
    expect(new Set(ids)).toEqual(new Set([first?.body.contact.id]));
    expect(answers.filter(({ body }) => !body.matched)).toHaveLength(1);
  });

  it('is a lead of its own for whom the one that another call made is out of sight', async () => {
    const from = '+4930901831';
    const { body } = await report(ringing({ from }), { role: 'rep' });
    const lead = { ...(await recordStore(contactRecord).get(acme, body.contact.id)) };
    await recordStore(contactRecord).save(
      { of: contactRecord, before: lead, after: { ...lead, version: 2, ownerId: ann }, events: [] },
      aContext(),
    );
    const others = await report(ringing({ from }), asBen);
    expect(others).toMatchObject({ status: 201, body: { matched: false } });
    expect(others.body.contact.id).not.toBe(body.contact.id);
  });

  it.each([
    ['a withheld number', { from: 'anonymous' }, {}, 'caller_unknown'],
    ['a report that wants none made', { from: '030 901826', createContact: false }, {}, 'caller_unknown'],
    ['a key that makes no contacts', { from: '030 901826' }, { role: 'readonly' }, 'permission_missing'],
  ])('is no lead for %s', async (_, over, more, code) => {
    expect((await report(ringing(over), more as Call)).body.code).toBe(code);
  });
});

describe('a contact out of sight', () => {
  it('is nobody: neither named nor logged with, and asked for by id unknown', async () => {
    const hidden = await withPhone('+4930901827', { ownerId: ann });
    await settleAll();
    const { body } = await report(ringing({ from: '+4930901827' }), asBen);
    expect(body).toMatchObject({ matched: false, candidates: [] });
    expect(JSON.stringify(body)).not.toContain(hidden.id);
    const named = await report(ringing({ from: '+4930901827', contactId: hidden.id }), asBen);
    expect(named.body).toMatchObject({ status: 400, code: 'reference_unknown' });
  });
});

it('costs at most 8 requests of the table, the answer to a repeated request one', async () => {
  await withPhone('+4930901828');
  await settleAll();
  const one = ringing({ from: '+4930901828', agent: 'ben@acme.test' });
  const once: Call = { headers: { 'idempotency-key': 'c1' } };
  const first = await report(one, once);
  expect(meter.requests).toBeLessThanOrEqual(8);
  const again = await report(one, once);
  expect(again.body).toEqual(first.body);
  expect(meter.requests).toBe(1);
});
