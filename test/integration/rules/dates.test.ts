import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ruleDate } from '../../../functions/due/reasons/rule-date.ts';
import { handler as lookAtQueued } from '../../../functions/projections/project-queued.ts';
import { handler as rulesApi } from '../../../functions/rules/api.ts';
import { handler as reproject } from '../../../functions/segments/on-definitions-changed-reproject.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { DueEntry } from '../../../shared/core/due.ts';
import { newId } from '../../../shared/core/ids.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { pauseRuleRoute, resumeRuleRoute } from '../../../shared/rules/rule-routes.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, monday } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { type Death, dying } from '../mail-out/mortal.ts';
import { aLiveRule, itemsOf, runsOf, sweepAt, useRules } from './rules-world.ts';

const sqs = mockClient(SQSClient);
let queue: string[] = [];
afterAll(() => vi.useRealTimers());
beforeEach(async () => {
  await useRules();
  queue = [];
  sqs.reset();
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries = [] }) => {
    queue.push(...Entries.map(({ MessageBody }: { MessageBody: string }) => MessageBody));
    return { Successful: [], Failed: [] };
  });
});

const message = (body: object | string) =>
  ({
    Records: [{ messageId: '1', body: typeof body === 'string' ? body : JSON.stringify(body) }],
  }) as unknown as SQSEvent;
/** The stream and the queue of keys until both are still: every record was looked at. */
async function looked(): Promise<void> {
  const data = { recordId: 'ru_1', recordVersion: 1, fields: [] };
  const detail = { id: 'ch_1.0', workspaceId: acme, at: monday, version: 1, data };
  await reproject(message({ 'detail-type': 'rule.updated', detail }));
  for (let body = queue.shift(); body !== undefined; body = queue.shift()) await lookAtQueued(message(body));
  await settleAll();
}

const birthday = {
  trigger: { on: 'date', kind: 'contact', field: 'birthday', offsetDays: -1, at: '09:00', yearly: true },
  steps: [{ id: 'card', do: 'create_task', title: 'A card for {{contact.firstName}}' }],
};
const born = (day: string, over: Partial<Contact> = {}) =>
  keep(contactRecord, aContact({ id: newId('contact'), emails: [], birthday: day, ...over }));
const titles = async () => (await itemsOf('TASK')).map(({ title }) => String(title)).sort();
const dueRule = async () =>
  (await Array.fromAsync(readAll())).flatMap(({ reason, at }) =>
    reason === 'rule_date' ? [String(at)] : [],
  );

describe('a rule for a day of the year', () => {
  it('begins for whom it means, at its time in the workspace’s zone, once however often it is swept', async () => {
    await born('1987-11-24', { firstName: 'Tomorrow' });
    await born('--11-25', { firstName: 'Later' });
    await settleAll();
    const ruleId = await aLiveRule(birthday);
    await looked();
    expect(await dueRule()).toEqual(['2026-11-23T08:00:00.000Z']);
    await sweepAt('2026-11-23T07:59:00.000Z');
    expect(await titles()).toEqual([]);
    await Promise.all([sweepAt('2026-11-23T08:00:00.000Z'), sweepAt('2026-11-23T08:00:00.000Z')]);
    await sweepAt('2026-11-23T08:01:00.000Z');
    expect(await titles()).toEqual(['A card for Tomorrow']);
    await settleAll();
    expect(await dueRule()).toEqual(['2026-11-24T08:00:00.000Z']);
    expect(await runsOf(ruleId)).toMatchObject([{ status: 'done', event: { type: 'rule.date' } }]);
  });

  it('comes to each day that a sweep was missing on, one after the other', async () => {
    for (const day of ['24', '25', '27']) await born(`1990-11-${day}`, { firstName: day });
    await aLiveRule(birthday);
    await looked();
    await sweepAt('2026-11-25T20:00:00.000Z');
    expect(await titles()).toEqual(['A card for 24', 'A card for 25']);
    await settleAll();
    expect(await dueRule()).toEqual(['2026-11-26T08:00:00.000Z']);
  });

  it('waits until every record was looked at for the first time, and loses nobody', async () => {
    await born('1987-11-24', { firstName: 'Old' });
    await aLiveRule(birthday);
    await settleAll();
    await sweepAt('2026-11-23T08:00:00.000Z');
    expect(await titles()).toEqual([]);
    await looked();
    await sweepAt('2026-11-23T08:02:00.000Z');
    expect(await titles()).toEqual(['A card for Old']);
  });

  it('begins for nobody while it is paused, nor for the days in between when it goes on', async () => {
    await born('1987-11-24', { firstName: 'Missed' });
    await born('1987-11-27', { firstName: 'Met' });
    const ruleId = await aLiveRule(birthday);
    await looked();
    await call(rulesApi, pauseRuleRoute, { params: { ruleId }, body: {} });
    await settleAll();
    expect(await dueRule()).toEqual([]);
    await sweepAt('2026-11-23T08:00:00.000Z');
    const now = '2026-11-25T12:00:00.000Z';
    vi.setSystemTime(now);
    await call(rulesApi, resumeRuleRoute, { params: { ruleId }, body: {}, now });
    await looked();
    await sweepAt('2026-11-26T08:00:00.000Z');
    expect(await titles()).toEqual(['A card for Met']);
  });

  it('costs what it means, not how many there are', async () => {
    for (let n = 0; n < 40; n++) await born(`1990-03-${String((n % 28) + 1).padStart(2, '0')}`);
    await aLiveRule(birthday);
    await looked();
    const at = '2026-11-23T08:00:00.000Z';
    const entry = (await Array.fromAsync(readAll())).find(({ reason }) => reason === 'rule_date');
    resetMeter();
    await ruleDate(DueEntry.parse(entry), at);
    expect(meter.requests).toBeLessThanOrEqual(8);
  });

  it.each(['before', 'behind'] as const)(
    'begins each once though the sweep dies %s any of its calls',
    async (when) => {
      for (const name of ['A', 'B']) await born('1987-11-24', { firstName: name });
      await aLiveRule(birthday);
      await looked();
      let n = 0;
      for (let died = true; died; n += 3) {
        const death: Death = { at: (calls) => calls === n, when };
        died = await dying(death, async () => {
          await sweepAt('2026-11-23T08:00:00.000Z');
          return true;
        });
        await settleAll();
      }
      await sweepAt('2026-11-23T08:01:00.000Z');
      expect(await titles()).toEqual(['A card for A', 'A card for B']);
    },
  );
});
