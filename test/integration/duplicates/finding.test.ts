import { beforeEach, describe, expect, it } from 'vitest';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { recount } from '../../../shared/platform/recount.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { ann, ben, monday } from '../../fixtures/ids.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import {
  change,
  duplicatesOf,
  find,
  listed,
  pairsListed,
  person,
  rest,
  useDuplicates,
} from './duplicate-world.ts';

beforeEach(useDuplicates);

const [ada, adda, other] = [
  newId('contact', monday),
  newId('contact', monday),
  newId('contact', monday),
].sort() as [string, string, string];
const pair = `${ada} ${adda}`;
const twoAdas = async () => {
  await keep(contactRecord, person(ada));
  await rest();
  await keep(contactRecord, person(adda, { firstName: 'Adda' }));
  await rest();
};
const stored = () => Array.fromAsync(readAll());
const findings = async () => recount({ read: readAll, getAll: projectionStore.getAll, projections });

describe('a pair', () => {
  it('is there when the second of two records is written, with its reasons, from both ends', async () => {
    await twoAdas();
    const { body } = await listed();
    expect(body.items).toMatchObject([{ kind: 'contact', isSure: true }]);
    expect(body.items[0]?.probability).toBeGreaterThan(0.99);
    expect(body.items[0]?.reasons).toContainEqual({ field: 'firstName', agreement: 'close', weight: 2.7 });
    expect((await duplicatesOf(ada)).body.items.map(({ record }) => record.id)).toEqual([adda]);
    expect((await duplicatesOf(adda)).body.items.map(({ record }) => record.id)).toEqual([ada]);
    expect(await findings()).toEqual([]);
  });

  it('goes when one is edited so that they are alike no more, and comes back with what it was', async () => {
    await twoAdas();
    const apart = { lastName: 'Byron', firstName: 'George', birthday: '1788-01-22', addresses: [] };
    await change(adda, apart);
    await rest();
    expect(await pairsListed()).toEqual([]);
    expect((await stored()).filter(({ sk }) => sk === 'PAIR')).toEqual([]);
    await change(adda, { lastName: 'Lovelace', firstName: 'Ada', birthday: '1815-12-10' });
    await rest();
    expect(await pairsListed()).toEqual([pair]);
    expect(await findings()).toEqual([]);
  });

  it('is in its new place when its probability changes', async () => {
    await twoAdas();
    await keep(contactRecord, person(other, { firstName: 'A', birthday: undefined }));
    await rest();
    const before = await pairsListed();
    expect(before).toHaveLength(3);
    expect(before[0]).toBe(pair);
    await change(adda, { birthday: '1816-12-10' });
    await rest();
    const { body } = await listed();
    const probabilities = body.items.map(({ probability }) => probability);
    expect(probabilities).toEqual(probabilities.toSorted((one, two) => two - one));
    expect(await findings()).toEqual([]);
  });

  it('is out of sight while one of the two lies in the trash, and there again when it is restored', async () => {
    await twoAdas();
    await change(ada, { deletedAt: monday });
    await rest();
    expect(await pairsListed()).toEqual([]);
    expect((await duplicatesOf(adda)).body.items).toEqual([]);
    await change(ada, { deletedAt: undefined });
    await rest();
    expect(await pairsListed()).toEqual([pair]);
  });

  it('goes with one that is erased, or has become a part of another, and leaves no item', async () => {
    await twoAdas();
    await change(ada, { erasedAt: monday });
    await rest();
    expect(await pairsListed()).toEqual([]);
    expect(
      (await stored()).filter(
        ({ pk, sk }) => sk !== 'CONTRIBUTION' && /#MATCH#|#PAIR#/.test(pk) && sk === ada,
      ),
    ).toEqual([]);
    await change(ada, { erasedAt: undefined });
    await rest();
    expect(await pairsListed()).toEqual([pair]);
    await change(adda, { mergedInto: ada } as object);
    await rest();
    expect((await stored()).filter(({ sk }) => sk === 'PAIR')).toEqual([]);
  });

  it('is not looked for again where nothing changed that is compared', async () => {
    await twoAdas();
    await change(ada, { jobTitle: 'Countess', lifecycle: 'customer', score: 3 });
    expect(await rest()).toEqual([]);
  });

  it('is listed with whose its first record is, which costs no comparison', async () => {
    await twoAdas();
    await change(ada, { ownerId: ann });
    expect((await rest()).map(({ sk }) => sk)).toEqual(['PLACED']);
    await change(adda, { ownerId: ben });
    await rest();
    const { items } = (await listed({}, { role: 'rep' })).body;
    expect(items).toEqual([]); // Ben’s is none of Ann’s
    await change(adda, { ownerId: undefined });
    await rest();
    expect((await listed({}, { role: 'rep' })).body.items).toHaveLength(1);
    expect(await findings()).toEqual([]);
  });
});

describe('whatever the stream does', () => {
  it('two that are written at once are found by one of them at least', async () => {
    await Promise.all([keep(contactRecord, person(ada)), keep(contactRecord, person(adda))]);
    await settleAll();
    for (const first of [ada, adda]) {
      await find([first]);
      await settleAll();
      expect(await pairsListed()).toEqual([pair]);
    }
  });

  it('told late, twice and in another order, what stands is what the records say', async () => {
    await keep(contactRecord, person(ada));
    await keep(contactRecord, person(adda));
    await settleAll();
    await change(adda, { firstName: 'Zoe', lastName: 'Quux', birthday: '1990-01-02', addresses: [] });
    await find([ada, adda, ada]); // by keys that the record has no more
    await Promise.all([settleAll(), find([adda]), find([ada])]);
    await find([adda, ada]);
    await settleAll();
    expect(await pairsListed()).toEqual([]);
    await change(adda, { firstName: 'Ada', lastName: 'Lovelace', birthday: '1815-12-10' });
    await settleAll();
    await Promise.all([find([ada]), find([adda]), find([adda])]);
    await settleAll();
    expect(await pairsListed()).toEqual([pair]);
    expect(await findings()).toEqual([]);
  });

  it('what found two alike before one was edited does not bring back what the edit took away, nor the other way', async () => {
    await twoAdas();
    for (const [patch, expected] of [
      [{ firstName: 'Zoe', lastName: 'Quux', birthday: '1990-01-02', addresses: [] }, []],
      [{ firstName: 'Ada', lastName: 'Lovelace', birthday: '1815-12-10' }, [pair]],
    ] as const) {
      await Promise.all([change(adda, patch as never), find([ada]), settleAll()]);
      await Promise.all([rest(), find([ada]), find([adda])]);
      await settleAll();
      await find([adda]);
      await settleAll();
      expect(await pairsListed()).toEqual(expected);
    }
    expect(await findings()).toEqual([]);
  });
});

it('a key that more than a hundred share is not followed, and what it costs to look does not grow', async () => {
  const common = { birthday: '1990-01-01', addresses: [], firstName: undefined };
  for (let n = 0; n < 101; n++)
    await keep(contactRecord, person(newId('contact'), { ...common, lastName: `Nobody${n}` }));
  await settleAll();
  await keep(
    contactRecord,
    person(ada, { lastName: 'Lovelace', birthday: '1990-01-01', firstName: undefined }),
  );
  await settleAll();
  resetMeter();
  await find([ada]);
  expect(meter.requests).toBeLessThan(12);
  expect(meter.read).toBeLessThan(20);
  expect((await duplicatesOf(ada)).body.items).toEqual([]);
});
