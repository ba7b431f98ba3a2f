import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { newId } from '../../../shared/core/ids.ts';
import { nextVersion } from '../../../shared/core/record.ts';
import { whole } from '../../../shared/core/scope.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, ann, contactId, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { keep } from '../../helpers/keep.ts';
import { beforeTransaction } from './rival.ts';
import { aLiveRule, deliver, itemsOf, runsOf, updated, useRules } from './rules-world.ts';

afterAll(() => vi.useRealTimers());
beforeEach(() => useRules({ ownerId: ann, score: 80 }));

const onScore = { trigger: { on: 'event', events: ['contact.updated'], fields: ['score'] } };
const tag = { id: 'tag', do: 'add_tag', tag: 'hot' };
const task = { id: 'task', do: 'create_task', title: 'Call' };
const change = async (patch: object) => {
  const before = await contactStore.get(whole(acme), contactId);
  const after = nextVersion(before, patch, noon);
  await contactStore.save({ of: contactStore.of, before, after, events: [] }, aContext());
};
const outcomes = async (ruleId: string) =>
  (await runsOf(ruleId)).map(({ status, steps }) => [
    status,
    ...steps.map(({ stepId, outcome, code }) => `${stepId} ${code ?? outcome}`),
  ]);

describe('a step before which somebody else has changed the record', () => {
  it('stands in the history as having had nothing to do, where that was the same', async () => {
    const ruleId = await aLiveRule({ ...onScore, steps: [tag] });
    beforeTransaction(1, () => change({ tags: ['hot'] }));
    expect(await deliver(updated())).toBe(true);
    expect(await outcomes(ruleId)).toEqual([['done', 'tag already_so']]);
  });

  it('is followed by the next one', async () => {
    const ruleId = await aLiveRule({ ...onScore, steps: [tag, task] });
    beforeTransaction(1, () => change({ tags: ['hot'] }));
    expect(await deliver(updated())).toBe(true);
    expect(await outcomes(ruleId)).toEqual([['done', 'tag already_so', 'task done']]);
    expect(await itemsOf('TASK')).toHaveLength(1);
  });

  it('is done on what the record is then, where that was something else', async () => {
    const ruleId = await aLiveRule({ ...onScore, steps: [tag] });
    beforeTransaction(1, () => change({ tags: ['cold'] }));
    expect(await deliver(updated())).toBe(true);
    expect(await outcomes(ruleId)).toEqual([['done', 'tag done']]);
    expect(await itemsOf('CONTACT')).toMatchObject([{ tags: ['cold', 'hot'] }]);
  });

  it('is done on the record that it was merged into', async () => {
    const { id } = await keep(contactRecord, aContact({ id: newId('contact', noon), emails: [] }));
    const ruleId = await aLiveRule({ ...onScore, steps: [task] });
    beforeTransaction(1, () => change({ mergedInto: id, deletedAt: noon }));
    await deliver(updated());
    expect(await deliver(updated())).toBe(true);
    expect(await outcomes(ruleId)).toEqual([['done', 'task done']]);
    expect(await itemsOf('TASK')).toMatchObject([{ contactId: id }]);
  });
});
