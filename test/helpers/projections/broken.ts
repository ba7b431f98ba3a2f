import { type Item, type Key, nameOf, type Projections } from '../../../shared/core/projection.ts';
import { clockSk } from '../../../shared/deals/idle.ts';
import { contributionKey } from '../../../shared/platform/contribution-item.ts';
import type { TransactItem } from '../../../shared/platform/dynamo.ts';
import type { ProjectionStore } from '../../../shared/platform/projection-store.ts';
import { projector, type Settle } from '../../../shared/platform/projector.ts';
import { atOnce } from './findings.ts';

/** The projector as it would be with one of its safeguards taken away; each is a store that undoes the safeguard. */
export type Variant = (store: ProjectionStore) => ProjectionStore;
export const whole: Variant = (store) => store;

type Put = NonNullable<TransactItem['Put']>;
const isContribution = ({ sk }: Partial<Key>) => sk === 'CONTRIBUTION';
const withContributions = (store: ProjectionStore, change: (put: Put) => TransactItem): ProjectionStore => ({
  ...store,
  transact: (items) =>
    store.transact(
      items.map((item) => (item.Put && isContribution(item.Put.Item as Key) ? change(item.Put) : item)),
    ),
});

/** Held to "newer than what is there", not to "what I read is still there". */
export const guardedByNewerVersion: Variant = (store) =>
  withContributions(store, ({ TableName, Item }) => ({
    Put: {
      TableName,
      Item: { ...Item, seen: Number(String(Item?.versions).split('|')[0]) },
      ConditionExpression: 'attribute_not_exists(pk) OR seen < :new',
      ExpressionAttributeValues: { ':new': Number(String(Item?.versions).split('|')[0]) },
    },
  }));

/** An empty contribution is deleted, where the projector keeps it as a tombstone. */
export const withoutTombstones: Variant = (store) =>
  withContributions(store, (put) => {
    const { TableName, Item, ConditionExpression, ExpressionAttributeValues } = put;
    if (Item?.expiresAt === undefined) return { Put: put };
    const Key = { pk: Item.pk, sk: Item.sk };
    return { Delete: { TableName, Key, ConditionExpression, ExpressionAttributeValues } };
  });

/** A look that finds nothing to move is not written. */
export const silentWhenEqual: Variant = (store) => ({
  ...store,
  transact: async (items) => {
    if (items.length > 1) await store.transact(items);
  },
});

/** What is absent counts as version 0 of itself, as if it could not come and go. */
export const absentIsVersionZero: Variant = (store) => ({
  ...store,
  async getAll(keys) {
    const found = await store.getAll(keys);
    const missing = keys.filter((key) => key.sk === clockSk && !found.has(nameOf(key)));
    return new Map([...found, ...missing.map((key) => [nameOf(key), { ...key, version: 0 }] as const)]);
  },
});

/** What is borrowed is not looked at once more when the moves are made. */
export const withoutSecondGlance: Variant = (store) => {
  let glanced = new Map<string, Item | undefined>(); // what is absent was looked at as well
  return {
    ...store,
    async getAll(keys) {
      if (keys.every(isContribution)) glanced = new Map();
      if (!keys.every((key) => glanced.has(nameOf(key)))) {
        const found = await store.getAll(keys);
        for (const name of keys.map(nameOf)) glanced.set(name, found.get(name));
      }
      return new Map([...glanced].flatMap(([name, item]) => (item ? [[name, item] as const] : [])));
    },
  };
};

/** A look at a record of the version that its contribution names is cut short, whatever lies beside it. */
export const cutShortBySameVersion = (store: ProjectionStore, of: Projections): Settle => {
  const settle = projector(store, of, atOnce);
  return async (keys) => {
    const contributions = await store.getAll(keys.map(contributionKey));
    const records = await store.getAll(keys);
    const isNew = (key: Key) => {
      const versions = contributions.get(nameOf(contributionKey(key)))?.versions;
      return String(versions ?? '').split('|')[0] !== String(records.get(nameOf(key))?.version ?? '');
    };
    return settle(keys.filter(isNew));
  };
};

const recordOf = ({ pk }: Key): Key => {
  const cut = pk.lastIndexOf('#');
  return { pk: pk.slice(0, cut), sk: pk.slice(cut + 1) };
};

/** Reads the record before its contribution, as one BatchGet of both may; `between` is where a rival comes in. */
export const recordsFirst =
  (between: () => Promise<void>): Variant =>
  (store) => {
    let early = new Map<string, Item>();
    return {
      ...store,
      async getAll(keys) {
        if (!keys.every(isContribution)) return new Map([...(await store.getAll(keys)), ...early]);
        early = await store.getAll(keys.map(recordOf));
        await between();
        return store.getAll(keys);
      },
    };
  };

/** Takes the stream's image for the record. */
export const fromImage =
  (image: Item): Variant =>
  (store) => ({
    ...store,
    getAll: async (keys) =>
      keys.every(isContribution)
        ? store.getAll(keys)
        : new Map([...(await store.getAll(keys)), [nameOf(image), image]]),
  });
