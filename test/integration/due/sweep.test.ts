import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sweepShard } from '../../../functions/due/sweeping/sweep-shard.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { dueEntry, duePk, dueShards } from '../../../shared/core/due.ts';
import { newId } from '../../../shared/core/ids.ts';
import { type Deal, dealRecord } from '../../../shared/deals/deal.ts';
import { dealStore } from '../../../shared/deals/deal-store.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { db } from '../../../shared/platform/dynamo.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ben, contactId, monday } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { dueEntries, idleTasks, sweep, useIdleWorld, waiting, workOff } from '../../helpers/idle-world.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

beforeAll(useSecret);
beforeEach(useIdleWorld);

const due = '2026-11-19T09:00:00.000Z'; // three days after Monday, when the deals were made
const later = '2026-11-19T09:01:00.000Z';
/** Open deals that nothing has happened with since Monday, with their due entries. */
async function makeDeals(count: number, over: Partial<Deal> = {}): Promise<Deal[]> {
  const all = Array.from({ length: count }, (_, i) =>
    aDeal({ id: newId('deal'), name: `Deal ${i}`, ...over }),
  );
  for (const deal of all) await keep(dealRecord, deal);
  await settleAll();
  return all;
}
const dealsWithTasks = async () => (await idleTasks()).map(({ dealId }) => dealId).toSorted();
const idsOf = (deals: Deal[]) => deals.map(({ id }) => id).toSorted();

describe('the sweep', () => {
  it('finds what is due by then in every shard, by a time written with or without milliseconds', async () => {
    const deals = await makeDeals(12);
    await sweep('2026-11-19T08:59:59Z');
    expect(await idleTasks()).toEqual([]);
    await sweep('2026-11-19T09:00:00Z');
    expect(await dealsWithTasks()).toEqual(idsOf(deals));
  });

  it('reads on where more is due than a page holds', async () => {
    const entries = Array.from({ length: 130 }, (_, i) => ({
      ...dueEntry(due, 'deal_idle', acme, 'deal', `x${i}`),
      pk: duePk(0),
    }));
    for (let at = 0; at < entries.length; at += 100)
      await commit(entries.slice(at, at + 100).map((Item) => ({ action: { Put: { Item } } })));
    const seen: string[] = [];
    const byReason = { deal_idle: async ({ id }: { id: string }) => void seen.push(id) };
    const swept = await sweepShard({ shard: 0, now: due, isTimeLeft: () => true, byReason });
    expect(swept).toEqual({ seen: 130, failed: 0, finished: true });
    expect(new Set(seen).size).toBe(130);
  });

  it('purges what lies in the trash when all else is done', async () => {
    const entry = (reason: 'purge' | 'deal_idle', at: string, id: string) => ({
      ...dueEntry(at, reason, acme, 'deal', id),
      pk: duePk(0),
    });
    const purges = Array.from({ length: 20 }, (_, n) => entry('purge', monday, `p${n}`));
    const all = [...purges, entry('deal_idle', due, 'idle')];
    await commit(all.map((Item) => ({ action: { Put: { Item } } })));
    const seen: string[] = [];
    const note = async ({ id }: { id: string }) => void seen.push(id);
    const byReason = { deal_idle: note, purge: note };
    const swept = await sweepShard({ shard: 0, now: due, isTimeLeft: () => true, byReason });
    expect(swept).toEqual({ seen: 21, failed: 0, finished: true });
    expect(seen[0]).toBe('idle');
  });

  it('leaves to the next one what it has no time for', async () => {
    const deals = await makeDeals(5);
    await sweep(due, { getRemainingTimeInMillis: () => 1000 });
    expect(await idleTasks()).toEqual([]);
    await sweep(later);
    expect(await dealsWithTasks()).toEqual(idsOf(deals));
  });

  it('is stopped by no entry that fails, leaves it in the index and fails in the end', async () => {
    const deals = await makeDeals(6);
    const poison = Array.from({ length: dueShards }, (_, shard) => ({
      ...dueEntry(monday, 'unheard_of' as never, acme, 'deal', newId('deal')),
      pk: duePk(shard),
    }));
    await commit(poison.map((Item) => ({ action: { Put: { Item } } })));
    await expect(sweep(due)).rejects.toThrow(new RegExp(`${dueShards} of \\d+ due entries failed`));
    expect(await dealsWithTasks()).toEqual(idsOf(deals));
    await settleAll();
    expect((await dueEntries()).map(({ at }) => at)).toEqual(poison.map(() => monday));
  });
});

describe('one idleness', () => {
  it('has one task however many sweeps run at once', async () => {
    const deals = await makeDeals(5);
    await Promise.all(Array.from({ length: 6 }, (_, i) => sweep(i % 2 ? due : later)));
    expect(await dealsWithTasks()).toEqual(idsOf(deals));
  });

  it('has one task however often a schedule’s event comes again before the projector has', async () => {
    const deals = await makeDeals(3);
    for (let i = 0; i < 4; i++) await sweep(due);
    expect(await dealsWithTasks()).toEqual(idsOf(deals));
  });

  it.each([
    ['before it writes', false],
    ['after it has written, before it knows', true],
  ])('has one task though sweeps die %s', async (_, hasWritten) => {
    const deals = await makeDeals(4);
    const send = db.send.bind(db);
    let writes = 0;
    const dying = vi.spyOn(db, 'send').mockImplementation((async (command: never) => {
      if (!((command as object) instanceof TransactWriteCommand) || writes++ % 2) return send(command);
      if (hasWritten) await send(command);
      throw new Error('killed');
    }) as never);
    await expect(sweep(due)).rejects.toThrow('due entries failed');
    dying.mockRestore();
    await sweep(later);
    expect(await dealsWithTasks()).toEqual(idsOf(deals));
  });
});

describe('an entry that is behind its deal', () => {
  it('makes no task of a deal that is not idle any more, and asks the projector to move it', async () => {
    const [deal] = await makeDeals(1);
    const moved = { ...(deal as Deal), version: 2, stageEnteredAt: '2026-11-18T09:00:00.000Z' };
    await dealStore.save({ of: dealRecord, before: deal, after: moved, events: [] }, aContext());
    await sweep(due);
    expect(await idleTasks()).toEqual([]);
    expect(waiting()).toBe(1);
    await workOff();
    expect((await dueEntries()).map(({ at }) => at)).toEqual(['2026-11-21T09:00:00.000Z']);
  });

  it('makes no task of a deal that is gone', async () => {
    const entry = dueEntry(monday, 'deal_idle', acme, 'deal', newId('deal'));
    await commit([{ action: { Put: { Item: entry } } }]);
    await sweep(due);
    expect(await idleTasks()).toEqual([]);
  });
});

describe('whose the task is', () => {
  it('is the contact’s owner’s where the deal has none', async () => {
    const contact = await keep(contactRecord, aContact({ id: newId('contact'), emails: [], ownerId: ben }));
    await makeDeals(1, { ownerId: undefined, contactId: contact.id });
    await sweep(due);
    expect((await idleTasks())[0]?.ownerId).toBe(ben);
  });

  it('is the deal’s owner’s where both have one, and nobody’s where neither has', async () => {
    const [owned, nobodys] = [
      await makeDeals(1, { ownerId: ben, contactId }),
      await makeDeals(1, { ownerId: undefined }),
    ];
    await sweep(due);
    const owners = new Map((await idleTasks()).map(({ dealId, ownerId }) => [dealId, ownerId]));
    expect(owners).toEqual(
      new Map([
        [owned[0]?.id, ben],
        [nobodys[0]?.id, undefined],
      ]),
    );
  });
});
