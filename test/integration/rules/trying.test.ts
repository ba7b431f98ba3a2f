import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as contactsApi } from '../../../functions/contacts/api.ts';
import { handler as rulesApi } from '../../../functions/rules/api.ts';
import { changeOfItem } from '../../../shared/audit/change-line.ts';
import { feedLineOf } from '../../../shared/changes/feed-line.ts';
import { writeFeed } from '../../../shared/changes/feed-write-store.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { createContactRoute, patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { newId } from '../../../shared/core/ids.ts';
import { userRecord } from '../../../shared/identity/user.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import {
  createRuleRoute,
  dryRunRuleRoute,
  getRuleRoute,
  resumeRuleRoute,
} from '../../../shared/rules/rule-routes.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, contactId } from '../../fixtures/ids.ts';
import { aUser } from '../../fixtures/user.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { aLiveRule, deliver, runsOf, sweepAt, updated, useRules } from './rules-world.ts';

afterAll(() => vi.useRealTimers());
beforeEach(() => useRules({ ownerId: ann, lifecycle: 'lead', score: 10 }));

/** What the publisher writes into the feed, of all changes that there are. */
async function feed(): Promise<void> {
  const changes = (await Array.fromAsync(readAll())).filter(({ type }) => type === 'change');
  await writeFeed(
    changes.map((item) => {
      const change = changeOfItem(item);
      const [first] = item.events as { type: string }[];
      return { place: 0, workspaceId: acme, line: feedLineOf(change, first?.type ?? '') };
    }),
  );
}
const rule = async (draft: object) =>
  String((await call(rulesApi, createRuleRoute, { body: { name: 'Tried', draft } })).body.id);
const tried = async (ruleId: string, body: object = {}, more: object = {}) =>
  call(rulesApi, dryRunRuleRoute, { params: { ruleId }, body, ...more });
const scored = async (score: number, now: string) => {
  vi.setSystemTime(now);
  const { status } = await call(contactsApi, patchContactRoute, {
    params: { contactId },
    body: { score },
    now,
  });
  expect(status).toBe(200);
};
const later = '2026-11-22T15:00:00.000Z';
const onScore = { on: 'event', events: ['contact.updated'], fields: ['score'] };

describe('a rule is tried on what is past', () => {
  const draft = {
    trigger: onScore,
    condition: { score: { $gte: 70 } },
    steps: [
      { id: 'task', do: 'create_task', title: 'Call {{contact.firstName}}', dueInDays: 1 },
      { id: 'wait', do: 'wait', for: '3d' },
      {
        id: 'ask',
        do: 'branch',
        if: { lifecycle: 'lead' },
        yes: [{ id: 'tag', do: 'add_tag', tag: 'hot' }],
        no: [{ id: 'end', do: 'stop' }],
      },
    ],
  };

  it('by the record as it was then, and nothing is written', async () => {
    await scored(80, '2026-11-22T13:00:00.000Z');
    await scored(20, '2026-11-22T14:00:00.000Z');
    await feed();
    const ruleId = await rule(draft);
    const before = (await Array.fromAsync(readAll())).length;
    const now = '2026-11-22T15:00:00.000Z';
    vi.setSystemTime(now);
    const { status, body } = await tried(ruleId, {}, { now });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      matched: 2,
      items: [{ begins: false, reason: 'condition', steps: [] }, {}],
    });
    expect(body.items[1]).toMatchObject({
      begins: true,
      recordId: contactId,
      event: { type: 'contact.updated', at: '2026-11-22T13:00:00.000Z' },
      steps: [
        {
          stepId: 'task',
          outcome: 'would',
          says: { title: 'Call Ada', ownerId: ann, dueOn: '2026-11-23' },
        },
        { stepId: 'wait', outcome: 'waits', says: { for: '3d' } },
        { stepId: 'ask', outcome: 'yes' },
        { stepId: 'tag', outcome: 'would', says: { tag: 'hot' } },
      ],
    });
    expect(await Array.fromAsync(readAll())).toHaveLength(before);
  });

  it('in a definition that is not stored yet, with its faults named as publishing names them', async () => {
    const ruleId = await rule(draft);
    const away = {
      ...draft,
      steps: [{ id: 'mail', do: 'send_mail', template: { id: 'tp_01KAPRM3V5Z8Y7Q2W4X6T9N1BC' } }],
    };
    expect(await tried(ruleId, { definition: away })).toMatchObject({
      status: 422,
      body: { code: 'rule_invalid', errors: [{ pointer: '/draft/steps/0/template/id' }] },
    });
  });

  it('each step on what those before it would have made of the record, up to one that ends it', async () => {
    await scored(80, '2026-11-22T13:00:00.000Z');
    await feed();
    const steps = [
      { id: 'tag', do: 'add_tag', tag: 'hot' },
      { id: 'again', do: 'add_tag', tag: 'Hot' },
      { id: 'set', do: 'set_field', field: 'jobTitle', value: 'Head' },
      {
        id: 'ask',
        do: 'branch',
        if: { tags: 'hot', jobTitle: 'Head' },
        yes: [{ id: 'bad', do: 'set_field', field: 'companyId', value: 'nobody’s id' }],
      },
      { id: 'never', do: 'notify', users: ['record_owner'], text: 'Done' },
    ];
    const { body } = await tried(await rule({ trigger: onScore, steps }), {}, { now: later });
    expect(body.items[0]?.steps.map(({ stepId, outcome, code }) => `${stepId} ${code ?? outcome}`)).toEqual([
      'tag would',
      'again already_so',
      'set would',
      'ask yes',
      'bad field_unwritable',
    ]);
  });

  it('for who may publish it alone', async () => {
    const ruleId = await rule(draft);
    expect((await tried(ruleId, {}, { role: 'rep' })).status).toBe(403);
  });

  it('of a day, on the turns that are past', async () => {
    const body = { lastName: 'Born', birthday: '1990-11-20', ownerId: ann };
    await call(contactsApi, createContactRoute, { body });
    await settleAll();
    const trigger = { on: 'date', kind: 'contact', field: 'birthday', at: '09:00', yearly: true };
    const steps = [{ id: 'tag', do: 'add_tag', tag: 'birthday' }];
    const ruleId = await rule({ trigger, steps });
    expect((await tried(ruleId)).body).toMatchObject({
      matched: 1,
      items: [
        { begins: true, event: { at: '2026-11-20T08:00:00.000Z' }, steps: [{ says: { tag: 'birthday' } }] },
      ],
    });
  });
});

describe('a rule whose runs fail', () => {
  const full = { trigger: onScore, steps: [{ id: 'tag', do: 'add_tag', tag: 'one more' }] };
  const stateOf = async (ruleId: string) => (await call(rulesApi, getRuleRoute, { params: { ruleId } })).body;
  /** The event comes, and its run ends as it ends. */
  async function comes(at: string): Promise<void> {
    vi.setSystemTime(at);
    await deliver(updated({ id: `ch_${at}.0`, at }));
  }
  const tags = (count: number) => {
    const all = Array.from({ length: count }, (_, n) => `tag ${n}`);
    return call(contactsApi, patchContactRoute, { params: { contactId }, body: { tags: all } });
  };

  it('is paused once none has gone well for a day, and goes on for a whole day when it is let go on', async () => {
    await tags(50);
    const ruleId = await aLiveRule(full);
    await comes('2026-11-22T13:00:00.000Z');
    await comes('2026-11-23T12:59:00.000Z');
    expect((await runsOf(ruleId)).map(({ reason }) => reason)).toEqual(['too_many_tags', 'too_many_tags']);
    expect(await stateOf(ruleId)).toMatchObject({ state: 'live' });
    await comes('2026-11-23T13:00:00.000Z');
    expect(await stateOf(ruleId)).toMatchObject({ state: 'paused', pausedReason: 'failing' });
    const now = '2026-11-23T14:00:00.000Z';
    await call(rulesApi, resumeRuleRoute, { params: { ruleId }, body: {}, now });
    await comes('2026-11-23T15:00:00.000Z');
    expect(await stateOf(ruleId)).toMatchObject({ state: 'live' });
    expect((await stateOf(ruleId)).pausedReason).toBeUndefined();
  });

  it('tells who published it, and an administrator where they are gone', async () => {
    const fail = async () => {
      await comes('2026-11-22T13:00:00.000Z');
      await comes('2026-11-23T13:00:00.000Z');
    };
    const toldOf = async () =>
      (await Array.fromAsync(readAll()))
        .filter(({ topic }) => topic === 'rule_paused')
        .map(({ userId }) => userId);
    await tags(50);
    await aLiveRule(full);
    await fail();
    expect(await toldOf()).toEqual([ann]);

    await useRules({ ownerId: ann, lifecycle: 'lead', score: 10 });
    const boss = await keep(
      userRecord,
      aUser({ id: newId('user'), email: 'boss@acme.test', roles: ['admin'] }),
    );
    await settleAll();
    await tags(50);
    await aLiveRule(full);
    const before = aUser();
    const after = { ...before, status: 'deactivated' as const, version: 2 };
    await userStore.save({ of: userRecord, before, after, events: [] }, aContext());
    await fail();
    expect(await toldOf()).toEqual([boss.id]);
  });

  it('stays live where one has gone well in between', async () => {
    await tags(50);
    const ruleId = await aLiveRule(full);
    await comes('2026-11-22T13:00:00.000Z');
    await tags(3);
    await comes('2026-11-22T20:00:00.000Z');
    await tags(50);
    await comes('2026-11-23T14:00:00.000Z');
    await comes('2026-11-24T13:00:00.000Z');
    expect(await stateOf(ruleId)).toMatchObject({ state: 'live' });
    await comes('2026-11-24T14:00:00.000Z');
    expect(await stateOf(ruleId)).toMatchObject({ state: 'paused' });
  });

  it('is paused though others still wait for what will fail, too, and not where one that waited went well', async () => {
    await tags(50);
    const steps = [{ id: 'wait', do: 'wait', for: '1h' }, ...full.steps];
    const ruleId = await aLiveRule({ trigger: onScore, steps });
    const reasons = async () => (await runsOf(ruleId)).map(({ status, reason }) => reason ?? status);
    await comes('2026-11-22T13:00:00.000Z');
    await sweepAt('2026-11-22T14:00:00.000Z');
    await comes('2026-11-22T20:00:00.000Z');
    await tags(3);
    await sweepAt('2026-11-22T21:00:00.000Z');
    await tags(50);
    await comes('2026-11-23T13:30:00.000Z');
    await comes('2026-11-23T14:20:00.000Z');
    await sweepAt('2026-11-23T14:30:00.000Z');
    expect(await reasons()).toEqual(['too_many_tags', 'done', 'too_many_tags', 'waiting']);
    expect(await stateOf(ruleId)).toMatchObject({ state: 'live' });
    await comes('2026-11-24T14:00:00.000Z');
    await comes('2026-11-24T14:50:00.000Z');
    await sweepAt('2026-11-24T15:00:00.000Z');
    expect((await reasons()).slice(2)).toEqual([...Array(3).fill('too_many_tags'), 'waiting']);
    expect(await stateOf(ruleId)).toMatchObject({ state: 'paused', pausedReason: 'failing' });
  });

  it('stays live where the records of its runs were deleted while they waited', async () => {
    const steps = [{ id: 'wait', do: 'wait', for: '1h' }, ...full.steps];
    const ruleId = await aLiveRule({ trigger: onScore, steps });
    for (const day of ['2026-11-22', '2026-11-24']) {
      const at = `${day}T13:00:00.000Z`;
      vi.setSystemTime(at);
      const before = await keep(contactRecord, aContact({ id: newId('contact'), emails: [] }));
      const data = { recordId: before.id, recordVersion: 2, fields: ['score'] };
      await deliver(updated({ id: `ch_${at}.0`, at, data }));
      const after = { ...before, deletedAt: at, version: 2 };
      await contactStore.save({ of: contactRecord, before, after, events: [] }, aContext());
      await sweepAt(`${day}T14:00:00.000Z`);
    }
    const runs = await runsOf(ruleId);
    expect(runs.map(({ reason }) => reason)).toEqual(['record_gone', 'record_gone']);
    expect(await stateOf(ruleId)).toMatchObject({ state: 'live' });
  });
});
