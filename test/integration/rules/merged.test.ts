import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler as contactsApi } from '../../../functions/contacts/api.ts';
import { handler as rulesApi } from '../../../functions/rules/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { contactMergeRoutes, patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { listRecordRuleRunsRoute } from '../../../shared/rules/run-routes.ts';
import { createSegment, NewSegment, type Segment, segmentRecord } from '../../../shared/segments/segment.ts';
import { aContact } from '../../fixtures/contact.ts';
import { ann, contactId, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { keep } from '../../helpers/keep.ts';
import { type Death, dying } from '../mail-out/mortal.ts';
import { aLiveRule, deliver, dueRuns, itemsOf, runsOf, updated, useRules, watched } from './rules-world.ts';

const survivorId = newId('contact', noon);
afterAll(() => vi.useRealTimers());
beforeEach(async () => {
  await useRules({ ownerId: ann });
  await keep(contactRecord, aContact({ id: survivorId, emails: [] }));
});

const steps = [
  { id: 'wait', do: 'wait', until: { lifecycle: 'customer' }, atMost: '7d' },
  { id: 'then', do: 'create_task', title: 'Thank them' },
];
const waiting = () =>
  aLiveRule({ trigger: { on: 'event', events: ['contact.updated'], fields: ['score'] }, steps });
const told = (id: string, type: string, recordId: string) => ({
  id,
  type,
  at: noon,
  data: { recordId, recordVersion: 9, fields: ['lifecycle'] },
});
const becomes = (id: string) =>
  call(contactsApi, patchContactRoute, { params: { contactId: id }, body: { lifecycle: 'customer' } });
const inSurvivor = (body: object, route: 'merge' | 'unmerge') =>
  call(contactsApi, contactMergeRoutes[route], { params: { contactId: survivorId }, body });
const merge = async () => {
  expect((await inSurvivor({ ids: [contactId] }, 'merge')).status).toBe(200);
  return told('ch_2.0', 'contact.deleted', contactId);
};

describe('a run that waits for something of a record that is merged', () => {
  it('waits for it of the record that stays, and goes on as soon as it holds of that', async () => {
    const ruleId = await waiting();
    await deliver(updated());
    await deliver(await merge());
    expect(await watched()).toHaveLength(1);
    await becomes(survivorId);
    await deliver(told('ch_3.0', 'contact.updated', survivorId));
    expect(await runsOf(ruleId)).toMatchObject([{ status: 'done' }]);
    expect(await itemsOf('TASK')).toMatchObject([{ contactId: survivorId }]);
    expect([await watched(), await dueRuns()]).toEqual([[], []]);
  });

  it('goes on at once where it holds of that already', async () => {
    const ruleId = await waiting();
    await deliver(updated());
    await becomes(survivorId);
    await deliver(await merge());
    expect(await runsOf(ruleId)).toMatchObject([{ status: 'done' }]);
  });

  it('is its own record’s again once that is taken out', async () => {
    const ruleId = await waiting();
    await deliver(updated());
    await deliver(await merge());
    expect((await inSurvivor({ id: contactId }, 'unmerge')).status).toBe(200);
    await deliver(told('ch_3.0', 'contact.updated', survivorId));
    await becomes(survivorId);
    await deliver(told('ch_4.0', 'contact.updated', survivorId));
    expect(await runsOf(ruleId)).toMatchObject([{ status: 'waiting' }]);
    await becomes(contactId);
    await deliver(told('ch_5.0', 'contact.updated', contactId));
    expect(await runsOf(ruleId)).toMatchObject([{ status: 'done' }]);
    expect([await watched(), await dueRuns()]).toEqual([[], []]);
  });

  it.each(['before', 'behind'] as const)(
    'loses nothing though the process dies %s any of its calls',
    async (when) => {
      const ruleId = await waiting();
      await deliver(updated());
      const merged = await merge();
      let n = 0;
      for (let died = true; died; n++) {
        const death: Death = { at: (calls) => calls === n, when };
        died = await dying(death, () => deliver(merged));
      }
      await deliver(merged);
      await becomes(survivorId);
      await deliver(told('ch_3.0', 'contact.updated', survivorId));
      expect(await runsOf(ruleId)).toMatchObject([{ status: 'done' }]);
      expect([await watched(), await dueRuns()]).toEqual([[], []]);
    },
  );
});

it('what rules have done for a record is told of the one that it was merged into, with what they have for that', async () => {
  const trigger = { on: 'event', events: ['contact.updated'] };
  await aLiveRule({ trigger, steps: [{ id: 'tag', do: 'add_tag', tag: 'hot' }] });
  await deliver(updated());
  await deliver(updated({ id: 'ch_9.0', data: { recordId: survivorId, recordVersion: 2, fields: [] } }));
  await merge();
  for (const recordId of [survivorId, contactId]) {
    const { body } = await call(rulesApi, listRecordRuleRunsRoute, { params: { recordId } });
    expect(body.items.map((one) => one.recordId).sort()).toEqual([contactId, survivorId].sort());
  }
});

it('that somebody left a segment because they were merged begins nothing for the one that stays', async () => {
  const given = NewSegment.parse({ name: 'Customers', of: 'contact', condition: { lifecycle: 'customer' } });
  const { id: segmentId } = await keep(segmentRecord, createSegment(given, aContext()).after as Segment);
  const trigger = { on: 'segment', segmentId, turn: 'left' };
  const ruleId = await aLiveRule({ trigger, steps: [{ id: 'tag', do: 'add_tag', tag: 'lost' }] });
  const left = (id: string, recordId: string) => ({
    id,
    type: 'segment.left',
    at: noon,
    data: { segmentId, recordId, of: 'contact', initial: false },
  });
  await merge();
  await deliver(left('sg.1', contactId));
  expect(await runsOf(ruleId)).toEqual([]);
  await deliver(left('sg.2', survivorId));
  expect(await runsOf(ruleId)).toMatchObject([{ status: 'done', recordId: survivorId }]);
});
