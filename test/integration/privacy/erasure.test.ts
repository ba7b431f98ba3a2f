import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { replayErasure } from '../../../functions/privacy/erasing/replay.ts';
import { createContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { findContactByEmail } from '../../../shared/contacts/contact-store.ts';
import { whole } from '../../../shared/core/scope.ts';
import { db, tableName } from '../../../shared/platform/dynamo.ts';
import type { LedgerEntry } from '../../../shared/privacy/ledger.ts';
import { readLedger } from '../../../shared/privacy/ledger-store.ts';
import { acme, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';
import { findings } from '../../helpers/projections/findings.ts';
import { bucket, rawMail, receive } from '../mail-in/post-office.ts';
import { dying } from '../mail-out/mortal.ts';
import {
  address,
  askToErase,
  erasureOf,
  folding,
  leftOf,
  makePerson,
  run,
  usePersons,
  words,
} from './person-world.ts';

let deletionsFail: (n: number) => boolean;
beforeEach(async () => {
  deletionsFail = () => false;
  await usePersons((n) => deletionsFail(n));
});

/** Runs until nothing is left to do; answers how many runs there were. */
async function finish(contactId: string): Promise<number> {
  for (let runs = 1; runs < 500; runs++) if ((await run(contactId)).status === 'done') return runs;
  throw new Error('It never ends');
}

describe('an erasure', () => {
  it('leaves nothing of the person in the table and the bucket but keyed hashes', async () => {
    const id = await makePerson();
    expect(await leftOf()).toEqual(words);
    const asked = await askToErase(id);
    expect(asked).toMatchObject({ status: 202, body: { status: 'requested', contactId: id } });
    expect(asked.body).not.toHaveProperty('addresses');
    await finish(id);
    await settleAll();
    expect(await leftOf()).toEqual([]);
    expect([...bucket.keys()]).toEqual([`erasures/${acme}/${id}.json`]);
    expect(await findings()).toEqual([]);
    const { status, completedAt, counts } = await erasureOf(id);
    expect({ status, completedAt }).toEqual({ status: 'done', completedAt: noon });
    expect(counts).toMatchObject({ activities: 2, intakes: 2, deals: 1, tasks: 2, messages: 2, answers: 3 });
  });

  it('is written down outside the table before anything is deleted', async () => {
    const id = await makePerson();
    await dying(
      { at: (calls) => calls > 0 && bucket.has(`erasures/${acme}/${id}.json`), when: 'before' },
      () => askToErase(id),
    );
    expect(bucket.has(`erasures/${acme}/${id}.json`)).toBe(true);
    expect(await leftOf()).toEqual(words);
    expect((await askToErase(id)).status).toBe(202);
  });

  it('asked for twice is one', async () => {
    const id = await makePerson();
    const [first, second] = [await askToErase(id), await askToErase(id)];
    expect(second.body).toEqual(first.body);
    await finish(id);
    expect((await askToErase(id)).body).toMatchObject({ id: first.body.id, status: 'done' });
  });

  it.each(['before', 'behind'] as const)(
    'comes to its end when each run dies a call later than the one before, %s the call; the recount agrees at every moment',
    async (when) => {
      const id = await makePerson();
      for (let n = 0; await dying({ at: (calls) => calls === n, when }, () => askToErase(id)); n++) {
        await settleAll();
        expect(await findings()).toEqual([]);
      }
      expect((await askToErase(id)).status).toBe(202);
      let runs = 0;
      for (let n = 0; await dying({ at: (calls) => calls === n, when }, () => run(id)); n += 3) {
        expect(++runs).toBeLessThan(200);
        await settleAll();
        expect(await findings()).toEqual([]);
      }
      await finish(id);
      await settleAll();
      expect(runs).toBeGreaterThan(5);
      expect(await leftOf()).toEqual([]);
      expect(await findings()).toEqual([]);
    },
  );

  it('names what it could not delete until it is deleted: a bucket that fails loses no object', async () => {
    const id = await makePerson();
    await askToErase(id);
    deletionsFail = (n) => n % 3 !== 2;
    for (let tries = 0; (await run(id).catch(() => undefined))?.status !== 'done'; tries++)
      expect(tries).toBeLessThan(50);
    await settleAll();
    expect(await leftOf()).toEqual([]);
  });

  it('that may do only one thing a run goes on by its own event until it is done', async () => {
    const id = await makePerson();
    await askToErase(id);
    let runs = 0;
    while ((await run(id, { steps: 3 })).status !== 'done') expect(++runs).toBeLessThan(100);
    expect(runs).toBeGreaterThan(3);
    await settleAll();
    expect(await leftOf()).toEqual([]);
  });

  it('at work twice at once does the same', async () => {
    const id = await makePerson();
    await askToErase(id);
    await Promise.all([run(id), run(id), run(id)]);
    await finish(id);
    await settleAll();
    expect(await leftOf()).toEqual([]);
    expect(await findings()).toEqual([]);
  });
});

describe('a table that is restored to a moment before the erasure', () => {
  it('is made to agree with the ledger: who is back is erased again, once', async () => {
    const id = await makePerson();
    const before = await Array.fromAsync(readAll());
    await askToErase(id);
    await finish(id);
    await useTable();
    for (const Item of before) await db.send(new PutCommand({ TableName: tableName(), Item }));
    expect(await leftOf()).toContain('Quetzalberg');

    const [entry, ...more] = await Array.fromAsync(readLedger());
    expect(more).toEqual([]);
    const how = { now: noon, look: () => settleAll() };
    expect(await replayErasure(entry as LedgerEntry, how)).toBe('again');
    await settleAll();
    expect(await leftOf()).toEqual([]);
    expect(await findings()).toEqual([]);
    expect(await replayErasure(entry as LedgerEntry, how)).toBe('looked');
    const other = { ...(entry as LedgerEntry), contactId: 'ct_01K0000000000000000000N0NE' };
    expect(await replayErasure(other, how)).toBe('never');
    const taken = await call(contacts, createContactRoute, { body: { emails: [{ address }] } });
    expect(taken).toMatchObject({ status: 409, body: { code: 'person_erased' } });
  });
});

describe('who writes meanwhile', () => {
  it('and is the person themselves is a new contact, and stays one', async () => {
    const id = await makePerson();
    await askToErase(id);
    await run(id, { steps: 2 });
    await receive(rawMail({ From: `Zbigniewa <${address}>`, Subject: 'Me again' }, 'It is me.'), {
      source: address,
    });
    await settleAll();
    await finish(id);
    await run(id, { now: '2026-11-24T12:00:00.000Z' });
    await settleAll();
    const back = await findContactByEmail(whole(acme), address, folding);
    expect(back).toMatchObject({ firstName: 'Zbigniewa' });
    expect(back?.id).not.toBe(id);
    expect(await leftOf()).toEqual(['Zbigniewa', 'xylophone.example']);
    expect(await findings()).toEqual([]);
  });
});
