import { beforeAll, describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as deals } from '../../../functions/deals/api.ts';
import type { Condition } from '../../../shared/conditions/condition.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { listContactsRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { type Deal, dealRecord } from '../../../shared/deals/deal.ts';
import { listDealsRoute } from '../../../shared/deals/deal-list-routes.ts';
import { putAll } from '../../../shared/platform/batch-write.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, noon } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import { settleAll, useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { useSecret } from '../../helpers/secret.ts';

const begin = Date.parse(noon) - 40 * 86_400_000;
const day = (n: number) => new Date(begin + n * 86_400_000).toISOString();
const contact = (n: number): Promise<Contact> =>
  keep(
    contactRecord,
    aContact({
      id: newId('contact', day(n)),
      emails: [],
      lastName: `N${String(n).padStart(2, '0')}`,
      lifecycle: n % 3 === 0 ? 'customer' : 'lead',
      tags: n % 4 === 0 ? ['VIP'] : [],
      ownerId: n % 2 === 0 ? ann : ben,
      createdAt: day(n),
      updatedAt: day(n),
    }),
  );
const deal = (n: number): Promise<Deal> =>
  keep(
    dealRecord,
    aDeal({ id: newId('deal', day(n)), amountCents: n * 100, createdAt: day(n), updatedAt: day(n) }),
  );

beforeAll(async () => {
  await useSecret();
  await useTable();
  await keep(workspaceRecord, aWorkspace());
  for (let n = 0; n < 40; n++) await contact(n);
  for (let n = 0; n < 5; n++) await deal(n);
  await settleAll();
});

const ask = (filter: Condition | string, query: Record<string, string> = {}, more: object = {}) =>
  call(contacts, listContactsRoute, {
    query: { ...query, filter: typeof filter === 'string' ? filter : JSON.stringify(filter) },
    ...more,
  });
const names = ({ body }: Awaited<ReturnType<typeof ask>>) =>
  body.items.map(({ lastName = '' }) => Number(lastName.slice(1)));
const all = (test: (n: number) => boolean) => Array.from({ length: 40 }, (_, n) => 39 - n).filter(test);
const requests = ({ headers }: Awaited<ReturnType<typeof ask>>) =>
  Number(/^requests=(\d+);/.exec(headers['rapport-capacity'] ?? '')?.[1]);

describe('a list with a filter', () => {
  it.each<[string, Condition, (n: number) => boolean]>([
    ['an owner', { ownerId: ann }, (n) => n % 2 === 0],
    ['a tag, however it is spelled', { tags: 'vip' }, (n) => n % 4 === 0],
    ['an owner and a tag', { ownerId: ben, tags: 'VIP' }, () => false],
    ['a lifecycle', { lifecycle: 'customer' }, (n) => n % 3 === 0],
    [
      'any of some lifecycles, and a time',
      { lifecycle: { $in: ['customer', 'lead'] }, createdAt: { $gte: '-5d' } },
      (n) => n >= 35,
    ],
    ['a time', { createdAt: { $gte: '-5d' } }, (n) => n >= 35],
    [
      'a time that is over, and an owner',
      { createdAt: { $before: '-30d' }, ownerId: ann },
      (n) => n < 10 && n % 2 === 0,
    ],
    ['a time that ends before it begins', { createdAt: { $gte: '-5d', $lt: '-10d' } }, () => false],
    ['two moments the wrong way round', { createdAt: { $within: ['-1d', '-9d'] } }, () => false],
    ['a time behind all times', { createdAt: { $gt: '9999-12-31' } }, () => false],
    ['a time up to the end of all times', { createdAt: { $lte: '9999-12-31' } }, () => true],
  ])('that %s serves costs what it returns', async (_, filter, holds) => {
    const answer = await ask(filter, { limit: '20' });
    expect(names(answer)).toEqual(all(holds).slice(0, 20));
    expect(requests(answer)).toBeLessThanOrEqual(3); // the workspace’s time zone is read once a process
  });

  it('that nothing serves is read through, page after page, each record once', async () => {
    const filter = { $or: [{ lifecycle: 'customer' }] };
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await ask(filter, { limit: '5', ...(cursor && { cursor }) });
      seen.push(...names(page));
      expect(page.body.items.length).toBeLessThanOrEqual(5);
      expect(requests(page)).toBe(2);
      cursor = page.body.cursor;
    } while (cursor);
    expect(seen).toEqual(all((n) => n % 3 === 0));
  });

  it('is in whatever order is asked for, and beside what the list is asked by itself', async () => {
    expect(names(await ask({ lifecycle: 'customer' }, { sort: 'name', limit: '4' }))).toEqual([0, 3, 6, 9]);
    const tagged = await ask({ lifecycle: 'customer', ownerId: ann }, { tag: 'vip', limit: '50' });
    expect(names(tagged)).toEqual(all((n) => n % 12 === 0));
    const up = await ask({ createdAt: { $after: '-10d' } }, { direction: 'asc', limit: '3' });
    expect(names(up)).toEqual([31, 32, 33]);
    const { cursor = '' } = up.body;
    expect(
      names(await ask({ createdAt: { $after: '-10d' } }, { direction: 'asc', limit: '3', cursor })),
    ).toEqual([34, 35, 36]);
  });

  it('has a kind of contacts in any order, of a thousand at most', async () => {
    const filter = { lifecycle: 'customer' };
    const first = await ask(filter, { sort: 'name', limit: '5' });
    expect(names(first)).toEqual([0, 3, 6, 9, 12]);
    const { cursor = '' } = first.body;
    expect(names(await ask(filter, { sort: 'name', limit: '3', cursor }))).toEqual([15, 18, 21]);
    expect(names(await ask(filter, { sort: 'name', direction: 'desc', limit: '2' }))).toEqual([39, 36]);
  });

  it('gives a cursor that belongs to this filter', async () => {
    const { cursor = '' } = (await ask({ lifecycle: 'lead' }, { limit: '2' })).body;
    expect(await ask({ lifecycle: 'customer' }, { limit: '2', cursor })).toMatchObject({
      status: 400,
      body: { code: 'cursor_invalid' },
    });
  });

  it('shows a rep no more than what is in reach', async () => {
    const answer = await ask({ lifecycle: 'customer' }, { limit: '50' }, { role: 'rep', userId: ann });
    expect(names(answer)).toEqual(all((n) => n % 6 === 0));
  });

  it('is refused where it is wrong, with a pointer into it', async () => {
    const wrong = async (filter: Condition | string) => (await ask(filter)).body;
    expect(await wrong('{')).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '?/filter' }] });
    expect(await wrong({ lifecycle: {} })).toMatchObject({ errors: [{ pointer: '?/filter/lifecycle' }] });
    expect(await wrong({ shoes: 1 })).toMatchObject({
      code: 'condition_invalid',
      errors: [{ pointer: '?/filter/shoes' }],
    });
  });

  it('finds deals by their amount, and by whatever else they have', async () => {
    const filter = JSON.stringify({ amountCents: { $gt: 200 }, status: 'open' });
    const { body } = await call(deals, listDealsRoute, { query: { filter, sort: 'amount' } });
    expect(body.items.map(({ amountCents }) => amountCents)).toEqual([400, 300]);
  });

  it('is refused above a thousand records where nothing serves it, and served where something does', async () => {
    const pk = `WS#${acme}#LIST#CONTACT`;
    const older = (n: number) => ({
      pk,
      sk: `2020-01-01T00:00:00.000Z#ct_${n}`,
      of: 'contact',
      id: `ct_${n}`,
    });
    await putAll(Array.from({ length: 970 }, (_, n) => older(n)));
    expect(await ask({ jobTitle: 'Miller' })).toMatchObject({
      status: 422,
      body: { code: 'filter_too_broad' },
    });
    const narrow = { score: { $exists: false }, createdAt: { $gt: '2026-01-01' } };
    expect(names(await ask(narrow, { limit: '50' }))).toEqual(all(() => true));
    expect(names(await ask({ lifecycle: 'customer' }, { limit: '50' }))).toEqual(all((n) => n % 3 === 0));
  });
});
