import type { Item, Key } from '../../../shared/core/projection.ts';
import type { TransactItem } from '../../../shared/platform/dynamo.ts';
import type { ProjectionStore } from '../../../shared/platform/projection-store.ts';

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

/** Looks at a record of the version that its contribution names are cut short, whatever it borrows. */
export const cutShortBySameVersion: Variant = (store) => {
  const known = new Map<string, unknown>();
  return {
    ...store,
    async getAll(keys) {
      const found = await store.getAll(keys);
      for (const { pk, versions } of found.values())
        if (versions !== undefined) known.set(String(pk), String(versions).split('|')[0]);
      for (const [name, { pk, sk, version }] of found)
        if (known.get(`${pk}#${sk}`) === String(version)) found.delete(name);
      return found;
    },
    transact: async (items) => {
      // What was cut short shows as a record that is gone: nothing of it is written.
      if (items.every(({ Put }) => Put?.Item?.versions !== '')) await store.transact(items);
    },
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
        : new Map([...(await store.getAll(keys)), [`${image.pk}\n${image.sk}`, image]]),
  });
