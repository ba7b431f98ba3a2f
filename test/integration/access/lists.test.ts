import { beforeAll, describe, expect, test } from 'vitest';
import { ben } from '../../fixtures/ids.ts';
import { type Asked, ask } from '../../helpers/access-ask.ts';
import {
  hasPermission,
  may,
  type OwnerClass,
  ownerClasses,
  type Person,
  type RecordClass,
  unaskable,
} from '../../helpers/access-oracle.ts';
import { type PersonName, personNamed, personNames } from '../../helpers/access-roles.ts';
import { useAccessWorld } from '../../helpers/access-standing.ts';
import { cid, contactIds, dealId, eve, secretsOf, taskId } from '../../helpers/access-world.ts';

beforeAll(useAccessWorld);

type Items = { items: { id: string; timeline?: unknown }[]; cursor?: string };
const itemsOf = ({ body }: Asked) => (body as unknown as Items).items;
/** Every page of a list, two at a time, so that pages and cursors are held to the same as a list. */
async function allOf(name: PersonName, operationId: string, query: Record<string, string>, params = {}) {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = { ...query, limit: '2', ...(cursor && { cursor }) };
    const asked = await ask(name, operationId, { query: page, params });
    expect({ status: asked.status, leaks: asked.leaks }).toEqual({ status: 200, leaks: [] });
    found.push(...itemsOf(asked).map(({ id }) => id));
    cursor = (asked.body as unknown as Items).cursor;
    if (cursor) expect(itemsOf(asked)).toHaveLength(2); // a page that is cut short would tell of rows that were left out
  } while (cursor);
  return found.sort();
}

const seen = (person: Person, kind: 'contact' | 'deal' | 'task') =>
  ownerClasses.filter((whose) => may(person, kind, 'read', whose));
/** How one asks for the records of each owner. */
const ownerQueries: [string, RecordClass][] = [
  ['me', 'own'],
  [ben, 'teams'],
  [cid, 'others'],
  ['none', 'nobodys'],
  [eve, 'elsewhere'],
];
const everyone = personNames.map((name) => ({ name, person: personNamed(name) }));
const who = (permission: string) => everyone.filter(({ person }) => hasPermission(person, permission));
const contactsOf = (classes: readonly OwnerClass[]) => classes.map((whose) => contactIds[whose]).sort();
const pairs = (owners: readonly OwnerClass[], id: (contact: OwnerClass, whose: OwnerClass) => string) =>
  ownerClasses.flatMap((contact) => owners.map((whose) => id(contact, whose))).sort();
const onlyOf = (owner: RecordClass, classes: readonly OwnerClass[]) =>
  classes.filter((whose) => whose === owner);

describe('contacts', () => {
  const orders = ['created', 'updated', 'name'].flatMap((sort) =>
    ['asc', 'desc'].map((direction) => ({ sort, direction })),
  );
  test.each(who('contacts:read'))(
    'in every order are for $name exactly those in reach',
    async ({ name, person }) => {
      for (const order of orders)
        expect(await allOf(name, 'listContacts', order)).toEqual(contactsOf(seen(person, 'contact')));
    },
  );
  test.each(who('contacts:read'))('of one owner are for $name those in reach', async ({ name, person }) => {
    for (const [ownerId, owner] of ownerQueries)
      expect(await allOf(name, 'listContacts', { ownerId, sort: 'updated' })).toEqual(
        contactsOf(onlyOf(owner, seen(person, 'contact'))),
      );
  });
  test.each(who('contacts:read'))(
    'by an address are for $name as the oracle says',
    async ({ name, person }) => {
      for (const whose of [...ownerClasses, 'elsewhere'] as const) {
        const email = secretsOf.contact(whose).emails;
        const asked = await ask(name, 'listContacts', { query: { email } });
        if (unaskable(person, 'contact').includes('emails')) {
          expect(asked).toMatchObject({ status: 403, body: { code: 'field_forbidden' } });
          continue;
        }
        const found = may(person, 'contact', 'read', whose) ? [contactIds[whose]] : [];
        expect({ ids: itemsOf(asked).map(({ id }) => id), leaks: asked.leaks }).toEqual({
          ids: found,
          leaks: [],
        });
      }
    },
  );
});

describe('deals', () => {
  const queries: Record<string, string>[] = [
    {},
    { sort: 'updated', direction: 'asc' },
    { sort: 'created', direction: 'desc' },
    { stageId: 'new' },
  ];
  test.each(who('deals:read'))(
    'of every order and stage are for $name exactly those in reach',
    async ({ name, person }) => {
      for (const query of queries)
        expect(await allOf(name, 'listDeals', query)).toEqual(pairs(seen(person, 'deal'), dealId));
    },
  );
  test.each(who('deals:read'))('of one owner are for $name those in reach', async ({ name, person }) => {
    for (const [ownerId, owner] of ownerQueries)
      for (const query of [{ ownerId }, { ownerId, stageId: 'new' }] as Record<string, string>[])
        expect(await allOf(name, 'listDeals', query)).toEqual(
          pairs(onlyOf(owner, seen(person, 'deal')), dealId),
        );
  });
  const asksByContact = who('deals:read').filter(
    ({ person }) => !unaskable(person, 'deal').includes('contactId'),
  );
  test.each(asksByContact)('of a contact are for $name those in reach', async ({ name, person }) => {
    for (const whose of seen(person, 'contact')) {
      const found = await allOf(name, 'listContactDeals', {}, { contactId: contactIds[whose] });
      expect(found).toEqual(
        seen(person, 'deal')
          .map((owner) => dealId(whose, owner))
          .sort(),
      );
    }
  });
});

describe('tasks', () => {
  test.each(who('tasks:read'))('of one owner are for $name those in reach', async ({ name, person }) => {
    for (const [ownerId, owner] of ownerQueries)
      expect(await allOf(name, 'listTasks', { ownerId })).toEqual(
        pairs(onlyOf(owner, seen(person, 'task')), taskId),
      );
  });
  test.each(who('tasks:read'))(
    'of a contact and of a deal are for $name those in reach',
    async ({ name, person }) => {
      for (const whose of ownerClasses) {
        const found = seen(person, 'task')
          .map((owner) => taskId(whose, owner))
          .sort();
        expect(await allOf(name, 'listTasks', { contactId: contactIds[whose] })).toEqual(found);
        expect(await allOf(name, 'listTasks', { dealId: dealId(whose, whose) })).toEqual(found);
      }
    },
  );
});

type Stage = {
  id: string;
  count: number;
  sumCents?: object;
  weightedCents?: object;
  cards: { id: string }[];
};
describe('the board', () => {
  test.each(who('deals:read'))(
    'counts, sums and shows for $name the deals in reach',
    async ({ name, person }) => {
      const { body, leaks, status } = await ask(name, 'getBoard', {});
      expect({ status, leaks }).toEqual({ status: 200, leaks: [] });
      const inReach = seen(person, 'deal');
      const { stages } = body as unknown as { stages: Stage[] };
      const [first, ...others] = stages;
      const sum = inReach.reduce((cents, whose) => cents + 4 * Number(secretsOf.deal(whose).amountCents), 0);
      const isHidden = unaskable(person, 'deal').includes('amountCents');
      expect(first?.count).toBe(4 * inReach.length);
      expect(first?.cards.map(({ id }) => id).sort()).toEqual(pairs(inReach, dealId));
      expect(first?.sumCents).toEqual(isHidden ? undefined : { EUR: sum });
      expect(first?.weightedCents).toEqual(isHidden ? undefined : { EUR: Math.round(sum * 0.1) });
      expect(others.map(({ count }) => count)).toEqual(others.map(() => 0));
    },
  );

  test.each(who('deals:read'))('of one owner shows $name those in reach', async ({ name, person }) => {
    for (const [ownerId, owner] of ownerQueries) {
      const { body, leaks, status } = await ask(name, 'getBoard', { query: { ownerId } });
      expect({ status, leaks }).toEqual({ status: 200, leaks: [] });
      const inReach = onlyOf(owner, seen(person, 'deal'));
      const [first] = (body as unknown as { stages: Stage[] }).stages;
      expect(first?.count).toBe(4 * inReach.length);
      expect(first?.cards.map(({ id }) => id).sort()).toEqual(pairs(inReach, dealId));
    }
  });
});
