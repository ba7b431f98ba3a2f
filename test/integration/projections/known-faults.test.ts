import { beforeEach, describe, expect, test } from 'vitest';
import type { Item, Key } from '../../../shared/core/projection.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { catalogueKey } from '../../../shared/segments/catalogue.ts';
import { acme } from '../../fixtures/ids.ts';
import { useTable } from '../../helpers/dynamo.ts';
import {
  absentIsVersionZero,
  cutShortBySameVersion,
  fromImage,
  guardedByNewerVersion,
  recordsFirst,
  silentWhenEqual,
  type Variant,
  whole,
  withoutSecondGlance,
  withoutTombstones,
} from '../../helpers/projections/broken.ts';
import { atOnce, findings } from '../../helpers/projections/findings.ts';
import { stoppedBefore } from '../../helpers/projections/gate.ts';
import { dealKey, projections, writer } from '../../helpers/projections/world.ts';
import { putItem } from '../../helpers/put-item.ts';

// Each fault is shown twice: ours holds, and without the safeguard in question the very same events leave something wrong.
beforeEach(async () => {
  await useTable();
  // With it every version is known: a look may be silent.
  await putItem({ ...catalogueKey(acme, 'deal'), version: 1, timeZone: 'UTC', segments: [] });
});

type Stage = 'new' | 'contacted' | 'proposal' | 'won';
const key = dealKey();
const projectPipeline = async (keys: Key[]) => {
  await projector(projectionStore, projections, atOnce)(keys.filter(({ sk }) => sk === 'PIPELINE'));
};

/** One deal's writer, and looks at it by a projector that lacks a safeguard. */
function aDealUnder(variant: Variant, options = {}) {
  const write = writer(options);
  const store = variant(projectionStore);
  return {
    save: (stage: Stage) => write({ to: 'deal', n: 0, stage, day: 1, amountCents: 5 }),
    touch: (day: number) => write({ to: 'clock', n: 0, day }),
    untouch: () => write({ to: 'nothing', kind: 'clock', n: 0 }),
    idleAfter: (idleDays: number) => write({ to: 'pipeline', idleDays }),
    remove: () => write({ to: 'nothing', kind: 'deal', n: 0 }),
    look: () => projector(store, projections, atOnce)([key]),
    /** A look that stays where it is about to write, until it is let on. */
    async frozenLook() {
      const { slow, arrived, letOn } = stoppedBefore(store, 'transact');
      const looking = projector(slow, projections, atOnce)([key]);
      await arrived;
      return async () => {
        letOn();
        await looking;
      };
    },
  };
}

describe('two versions whose differences start from one contribution', () => {
  const happens = async (variant: Variant) => {
    const deal = aDealUnder(variant);
    await deal.save('new');
    await deal.look();
    await deal.save('contacted');
    const first = await deal.frozenLook();
    await deal.save('proposal');
    const second = await deal.frozenLook();
    await first();
    await second();
    return (await findings()).filter(({ kind }) => kind === 'counter');
  };
  test('count once', async () => expect(await happens(whole)).toEqual([]));
  test('would count twice were the guard "newer than what is there"', async () =>
    expect(await happens(guardedByNewerVersion)).not.toEqual([]));
});

describe('a look at a state that came and went', () => {
  const happens = async (variant: Variant) => {
    const deal = aDealUnder(variant);
    await deal.save('new');
    const late = await deal.frozenLook();
    await deal.remove();
    await deal.look(); // no record, no contribution: nothing to move
    await late();
    return findings();
  };
  test('is shut out', async () => expect(await happens(whole)).toEqual([]));
  test('would be written were a look that finds nothing to move not written', async () =>
    expect(await happens(silentWhenEqual)).not.toEqual([]));
});

describe('a projector that is frozen across a deletion', () => {
  const happens = async (variant: Variant) => {
    const deal = aDealUnder(variant);
    await deal.save('new');
    const late = await deal.frozenLook();
    await deal.look();
    await deal.remove();
    await deal.look();
    await late();
    return findings();
  };
  test('brings nothing back', async () => expect(await happens(whole)).toEqual([]));
  test('would bring the deal back were its empty contribution deleted', async () =>
    expect(await happens(withoutTombstones)).not.toEqual([]));
});

describe('a rival that comes between the reads of a look', () => {
  const rival = (deal: ReturnType<typeof aDealUnder>) => async () => {
    await deal.save('proposal');
    await deal.look();
  };
  test('is seen, because contributions are read before records', async () => {
    const deal = aDealUnder(whole);
    await deal.save('new');
    const { slow, arrived, letOn } = stoppedBefore(projectionStore, 'records');
    const looking = projector(slow, projections, atOnce)([key]);
    await arrived;
    await rival(deal)();
    letOn();
    await looking;
    expect(await findings()).toEqual([]);
  });
  test('would be overwritten by the past were records read first', async () => {
    const deal = aDealUnder(whole);
    await deal.save('new');
    await deal.look();
    let come: (() => Promise<void>) | undefined = rival(deal);
    const between = async () => {
      const once = come;
      come = undefined;
      await once?.();
    };
    await projector(recordsFirst(between)(projectionStore), projections, atOnce)([key]);
    expect(await findings()).not.toEqual([]);
  });
});

describe('a record of the stream that comes again after the deal is gone', () => {
  const happens = async (replayed: (image: Item) => Variant) => {
    const deal = aDealUnder(whole);
    await deal.save('new');
    const image = (await getItem(key)) as Item;
    await deal.look();
    await deal.remove();
    await deal.look();
    await projector(replayed(image)(projectionStore), projections, atOnce)([key]);
    return findings();
  };
  test('changes nothing, because only its key is used', async () =>
    expect(await happens(() => whole)).toEqual([]));
  test('would resurrect the deal were its image used', async () =>
    expect(await happens(fromImage)).not.toEqual([]));
});

describe('a deal that is made again just as it was', () => {
  const happens = async (options: { restart: boolean }) => {
    const deal = aDealUnder(whole, options);
    await projectPipeline(await deal.idleAfter(3));
    await deal.touch(1); // every version is known, so that a look at the same ones may be silent
    await deal.save('new');
    await deal.look();
    await deal.remove();
    const late = await deal.frozenLook();
    await deal.save('new');
    await deal.look();
    await late();
    return findings();
  };
  test('stays projected', async () => expect(await happens({ restart: false })).toEqual([]));
  test('would vanish were its versions to begin anew', async () =>
    expect(await happens({ restart: true })).not.toEqual([]));
});

describe('a deal whose clock or pipeline changed, and itself did not', () => {
  const happens = async (look: () => ReturnType<ReturnType<typeof projector>>) => {
    const deal = aDealUnder(whole);
    await projectPipeline(await deal.idleAfter(3));
    await deal.save('new');
    await look();
    await deal.touch(3);
    await look();
    const afterTouch = await findings();
    await projectPipeline(await deal.idleAfter(5));
    await look();
    return { afterTouch, afterPipeline: await findings() };
  };
  test('is projected anew', async () =>
    expect(await happens(aDealUnder(whole).look)).toEqual({ afterTouch: [], afterPipeline: [] }));
  test('would not be were looks at the same record version cut short', async () => {
    const { afterTouch, afterPipeline } = await happens(() =>
      cutShortBySameVersion(projectionStore, projections)([key]),
    );
    expect(afterTouch).not.toEqual([]);
    expect(afterPipeline).not.toEqual([]);
  });
});

describe('a clock that came and went while a projector was frozen', () => {
  const happens = async (variant: Variant) => {
    const deal = aDealUnder(variant);
    await projectPipeline(await deal.idleAfter(3));
    await deal.save('new');
    await deal.look();
    await deal.touch(3);
    const late = await deal.frozenLook();
    await deal.untouch();
    await deal.look(); // as before: nothing to move
    await late();
    return findings();
  };
  test('leaves no trace', async () => expect(await happens(whole)).toEqual([]));
  test('would stay projected were absence a version like any other', async () =>
    expect(await happens(absentIsVersionZero)).not.toEqual([]));
});

describe('a pipeline that changes while a new deal is on its way to the board', () => {
  const happens = async (variant: Variant) => {
    const deal = aDealUnder(variant);
    await projectPipeline(await deal.idleAfter(3));
    await deal.save('new');
    const onItsWay = await deal.frozenLook();
    const dependants = await deal.idleAfter(5); // the deal has no card yet, by which it would be found
    await projector(projectionStore, projections, atOnce)(dependants);
    await onItsWay();
    return findings();
  };
  test('is seen by the deal', async () => expect(await happens(whole)).toEqual([]));
  test('would be missed were what is borrowed not looked at once more', async () =>
    expect(await happens(withoutSecondGlance)).not.toEqual([]));
});

test('a deal that is won, removed and made again is projected each time', async () => {
  const deal = aDealUnder(whole);
  for (const step of [
    () => deal.save('new'),
    () => deal.save('won'),
    deal.remove,
    () => deal.save('proposal'),
  ]) {
    await step();
    await deal.look();
    expect(await findings()).toEqual([]);
  }
});
