import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { handler as contactsApi } from '../../../functions/contacts/api.ts';
import { patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { acme, ann, contactId, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { aLiveRule, deliver, dueRuns, runsOf, sweepAt, updated, useRules, watched } from './rules-world.ts';

afterAll(() => vi.useRealTimers());
beforeEach(() => useRules({ ownerId: ann }));

/** Another process, which goes by what it read first for half a minute. */
async function another() {
  vi.resetModules();
  const { handler } = await import('../../../functions/rules/on-event-run-rules.ts');
  return async ({ type, ...event }: ReturnType<typeof updated>) => {
    const detail = { workspaceId: acme, version: 1, ...event };
    const body = JSON.stringify({ 'detail-type': type, detail });
    await handler({ Records: [{ messageId: 'm', body }] } as unknown as SQSEvent);
  };
}
const until = { id: 'wait', do: 'wait', until: { lifecycle: 'customer' }, atMost: '7d' };
const trigger = { on: 'event', events: ['contact.updated'], fields: ['score'] };
const data = { recordId: contactId, recordVersion: 3, fields: ['lifecycle'] };

it('a run that waits is asked again once every process knows its rule, whatever one that did not was told', async () => {
  const other = await another();
  await other(updated({ id: 'ch_0.0', data }));
  const ruleId = await aLiveRule({ trigger, steps: [until] });
  await deliver(updated());
  const body = { lifecycle: 'customer' };
  await call(contactsApi, patchContactRoute, { params: { contactId }, body });
  await other(updated({ id: 'ch_2.0', data }));
  expect(await runsOf(ruleId)).toMatchObject([{ status: 'waiting' }]);
  await sweepAt('2026-11-22T12:01:00.000Z');
  expect(await runsOf(ruleId)).toMatchObject([{ status: 'done', steps: [{ outcome: 'done' }] }]);
  expect([await watched(), await dueRuns()]).toEqual([[], []]);
});

it('one whose rule is known for long is not: it is looked at when time is up', async () => {
  const ruleId = await aLiveRule({ trigger, steps: [until] });
  vi.setSystemTime('2026-11-22T12:10:00.000Z');
  await deliver(updated({ at: '2026-11-22T12:10:00.000Z' }));
  expect(await runsOf(ruleId)).toMatchObject([{ status: 'waiting', dueAt: '2026-11-29T12:10:00.000Z' }]);
});

it('one whose rule was published just now is asked once, not each minute', async () => {
  const ruleId = await aLiveRule({ trigger, steps: [until] });
  await deliver(updated({ at: noon }));
  await sweepAt('2026-11-22T12:01:00.000Z');
  expect(await runsOf(ruleId)).toMatchObject([{ status: 'waiting', dueAt: '2026-11-29T12:00:00.000Z' }]);
});
