import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { nextVersion } from '../../../shared/core/record.ts';
import { whole } from '../../../shared/core/scope.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { acme, ann, contactId, noon } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll } from '../../helpers/dynamo.ts';
import { type Death, dying } from '../mail-out/mortal.ts';
import {
  aLiveRule,
  deliver,
  dueRuns,
  itemsOf,
  runsOf,
  sweepAt,
  updated,
  useRules,
  watched,
} from './rules-world.ts';

afterAll(() => vi.useRealTimers());
beforeEach(() => useRules({ ownerId: ann, score: 80 }));

const onScore = { trigger: { on: 'event', events: ['contact.updated'], fields: ['score'] } };
const task = (id: string) => ({ id, do: 'create_task', title: `Call {{contact.firstName}} ${id}` });
const tag = (id: string, name: string) => ({ id, do: 'add_tag', tag: name });
const contact = () => contactStore.get(whole(acme), contactId);
async function change(patch: object): Promise<void> {
  const before = await contact();
  const after = nextVersion(before, patch, new Date().toISOString());
  await contactStore.save({ of: contactStore.of, before, after, events: [] }, aContext());
}

describe('an event that a rule names', () => {
  const steps = [
    task('one'),
    tag('two', 'hot'),
    { id: 'ask', do: 'branch', if: { score: { $gte: 70 } }, yes: [task('three')] },
  ];

  it('begins one run, whose steps are each done once, though it comes twice at once', async () => {
    const ruleId = await aLiveRule({ ...onScore, condition: { lifecycle: 'lead' }, steps });
    await Promise.all([deliver(updated()), deliver(updated()), deliver(updated())]);
    await deliver(updated());
    const titles = (await itemsOf('TASK')).map(({ title }) => title).sort();
    expect(titles).toEqual(['Call Ada one', 'Call Ada three']);
    const { tags, version } = await contact();
    expect([tags.includes('hot'), version]).toEqual([true, 2]);
    const runs = await runsOf(ruleId);
    expect(runs).toMatchObject([{ status: 'done', number: 1, recordId: contactId }]);
    const outcomes = runs[0]?.steps.map(({ stepId, outcome }) => `${stepId} ${outcome}`);
    expect(outcomes).toEqual(['one done', 'two done', 'ask yes', 'three done']);
  });

  it.each(['before', 'behind'] as const)(
    'has each step done once though the process dies %s any of its calls: the event comes again',
    async (when) => {
      const ruleId = await aLiveRule({ ...onScore, steps });
      let n = 0;
      for (let died = true; died; n++) {
        const death: Death = { at: (calls) => calls === n, when };
        const event = updated({ id: `ch_${n}.0` });
        died = await dying(death, () => deliver(event));
        expect(await deliver(event)).toBe(true);
        expect(await deliver(event)).toBe(true);
      }
      const runs = await runsOf(ruleId);
      expect(runs.map(({ status }) => status)).toEqual(Array.from({ length: n }, () => 'done'));
      expect(await itemsOf('TASK')).toHaveLength(2 * n);
      expect((await contact()).version).toBe(2);
    },
  );

  it('is nothing to a rule whose fields did not change, and is told by no read', async () => {
    const ruleId = await aLiveRule({ ...onScore, steps });
    const other = updated({ data: { recordId: contactId, recordVersion: 2, fields: ['firstName'] } });
    await deliver(other); // what is live is known for half a minute
    resetMeter();
    for (let n = 0; n < 100; n++) await deliver(other);
    expect([meter.requests, await runsOf(ruleId)]).toEqual([0, []]);
  });
});

describe('a rule for a custom field', () => {
  it('begins where that one changed, and not where another did', async () => {
    const trigger = { on: 'event', events: ['contact.updated'], fields: ['custom.plan'] };
    const ruleId = await aLiveRule({ trigger, steps: [task('one')] });
    for (const custom of [{ size: 7 }, { size: 7, plan: 'gold' }]) {
      await change({ custom });
      const changes = (await Array.fromAsync(readAll())).filter(({ type }) => type === 'change');
      const own = changes.filter(({ recordId }) => recordId === contactId);
      const last = own.toSorted((a, b) => Number(a.recordVersion) - Number(b.recordVersion)).at(-1);
      const data = { recordId: contactId, recordVersion: 2, fields: ['custom'] };
      await deliver(updated({ id: `${last?.id}.0`, at: String(last?.at), data }));
    }
    expect(await runsOf(ruleId)).toHaveLength(1);
  });
});

describe('a rule that sets itself off', () => {
  it('is stopped as the loop that it is, and shows it', async () => {
    const ruleId = await aLiveRule({ ...onScore, steps: [tag('tag', 'hot')] });
    await deliver(updated());
    const [first] = await runsOf(ruleId);
    await deliver(updated({ id: 'ch_2.0', by: { rule: ruleId, run: first?.id } }));
    const runs = await runsOf(ruleId);
    expect(runs.map(({ status, reason }) => [status, reason]).sort()).toEqual([
      ['done', undefined],
      ['stopped', 'loop'],
    ]);
    const [changed] = (await itemsOf('CONTACT')).map(({ version }) => version);
    expect(changed).toBe(2);
  });
});

describe('a run that waits', () => {
  it.each([
    { id: 'wait', do: 'wait', for: '200d' },
    { id: 'wait', do: 'wait', until: { lifecycle: 'customer' }, atMost: '200d' },
  ])(
    'is there until its wait is over, however long that is, and so is what it is found by: %o',
    async (wait) => {
      const ruleId = await aLiveRule({ ...onScore, steps: [task('first'), wait, task('then')] });
      await deliver(updated());
      const [run] = await runsOf(ruleId);
      const items = await Array.fromAsync(readAll());
      const own = items.filter(({ pk, sk }) => sk === run?.id && !pk.startsWith('DUE#'));
      expect(own.length).toBe('until' in wait ? 4 : 3);
      const over = Date.parse(run?.waitsUntil ?? '') / 1000;
      expect(own.filter(({ expiresAt }) => Number(expiresAt) <= over)).toEqual([]);
    },
  );

  it('goes on when its time has come, in whatever process, and leaves nothing in the due index', async () => {
    const ruleId = await aLiveRule({
      ...onScore,
      steps: [{ id: 'wait', do: 'wait', for: '3d' }, task('then')],
    });
    await deliver(updated());
    expect(await runsOf(ruleId)).toMatchObject([
      { status: 'waiting', waitsUntil: '2026-11-25T12:00:00.000Z' },
    ]);
    await sweepAt('2026-11-25T11:59:00.000Z');
    expect(await itemsOf('TASK')).toEqual([]);
    for (
      let n = 0;
      await dying({ at: (calls) => calls === n, when: n % 2 ? 'before' : 'behind' }, () =>
        sweepAt('2026-11-25T12:00:00.000Z'),
      );
      n++
    );
    await Promise.all([sweepAt('2026-11-25T12:01:00.000Z'), sweepAt('2026-11-25T12:01:00.000Z')]);
    expect(await itemsOf('TASK')).toHaveLength(1);
    expect(await runsOf(ruleId)).toMatchObject([{ status: 'done' }]);
    expect(await dueRuns()).toEqual([]);
  });

  const untilCustomer = { id: 'wait', do: 'wait', until: { lifecycle: 'customer' }, atMost: '7d' };
  it('goes on as soon as what it waits for holds', async () => {
    const ruleId = await aLiveRule({ ...onScore, steps: [untilCustomer, task('then')] });
    await deliver(updated());
    await deliver(
      updated({ id: 'ch_2.0', data: { recordId: contactId, recordVersion: 3, fields: ['firstName'] } }),
    );
    expect([await itemsOf('TASK'), (await watched()).length]).toEqual([[], 1]);
    await change({ lifecycle: 'customer' });
    await deliver(
      updated({ id: 'ch_3.0', data: { recordId: contactId, recordVersion: 4, fields: ['lifecycle'] } }),
    );
    expect(await itemsOf('TASK')).toHaveLength(1);
    expect(await runsOf(ruleId)).toMatchObject([
      { status: 'done', steps: [{ outcome: 'done' }, { outcome: 'done' }] },
    ]);
    expect([await watched(), await dueRuns()]).toEqual([[], []]);
  });

  it('goes on at its limit where that never holds', async () => {
    const ruleId = await aLiveRule({ ...onScore, steps: [untilCustomer, task('then')] });
    await deliver(updated());
    await sweepAt('2026-11-29T12:00:00.000Z');
    expect(await runsOf(ruleId)).toMatchObject([
      { status: 'done', steps: [{ code: 'timed_out' }, { outcome: 'done' }] },
    ]);
    expect([await watched(), await dueRuns()]).toEqual([[], []]);
  });

  it('ends where its person was erased, and where its record lies in the trash', async () => {
    const ruleId = await aLiveRule({
      ...onScore,
      steps: [{ id: 'wait', do: 'wait', for: '1d' }, task('then')],
    });
    await deliver(updated());
    await change({ erasedAt: noon });
    await sweepAt('2026-11-23T12:00:00.000Z');
    expect(await runsOf(ruleId)).toMatchObject([{ status: 'stopped', reason: 'person_erased' }]);
    await useRules();
    await aLiveRule({ ...onScore, steps: [{ id: 'wait', do: 'wait', for: '1d' }, task('then')] }).then(
      async (other) => {
        await deliver(updated());
        await change({ deletedAt: noon });
        await sweepAt('2026-11-23T12:00:00.000Z');
        expect(await runsOf(other)).toMatchObject([{ status: 'failed', reason: 'record_gone' }]);
      },
    );
    expect(await itemsOf('TASK')).toEqual([]);
  });
});
