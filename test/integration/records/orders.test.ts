import { describe, expect, it } from 'vitest';
import { handler } from '../../../functions/orders/api.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { orderRecordRoutes as routes } from '../../../shared/orders/order-routes.ts';
import { orderShape as shape } from '../../../shared/orders/order-shape.ts';
import { productRecordRoutes } from '../../../shared/products/product-routes.ts';
import { companyId, contactId } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { putItem } from '../../helpers/put-item.ts';
import { itIsARecord } from '../../helpers/record-suite.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();

type Made = { id: string; items: object[] };
const create = (body: object) => call(handler, routes.create, { body: { contactId, ...body } });
const make = async (body: object) => (await create(body)).body as unknown as Made;
const change = (id: string, body: object) => call(handler, routes.change, { params: { orderId: id }, body });
const listed = async (query: Record<string, string>) => {
  await settleAll();
  const { body } = await call(handler, routes.list, { query });
  return (body as { items: { number?: string }[] }).items.map(({ number }) => number);
};
const engine = async () => {
  const prices = [{ currency: 'EUR', amountCents: 4821_00 }];
  const { body } = await call(handler, productRecordRoutes.create, { body: { name: 'Engine', prices } });
  return body as { id: string };
};

describe('an order', () => {
  itIsARecord({ handler, shape, routes, body: () => ({ contactId }) });

  it('is of a contact or a company, also after a change', async () => {
    const nobody = { status: 400, body: { code: 'customer_missing', errors: [{ pointer: '/contactId' }] } };
    expect(await call(handler, routes.create, { body: {} })).toMatchObject(nobody);
    const made = await make({});
    expect(await change(made.id, { contactId: null })).toMatchObject(nobody);
    expect(await change(made.id, { contactId: null, companyId })).toMatchObject({ status: 200 });
  });

  it('has its number alone', async () => {
    await create({ number: 'A-1' });
    expect(await create({ number: 'A-1' })).toMatchObject({ status: 409, body: { code: 'number_taken' } });
  });

  it('comes to what its lines come to, in whole cents', async () => {
    const { body } = await create({
      items: [
        { name: 'Oil', quantity: 2.5, unitAmountCents: 333, discountPercent: 12.5 },
        { name: 'Freight', unitAmountCents: 4900 },
      ],
    });
    expect(body).toMatchObject({ amountCents: 728 + 4900, items: [{ amountCents: 728 }, { quantity: 1 }] });
    const other = await create({ items: [{ name: 'Oil', unitAmountCents: 5 }], amountCents: 6 });
    expect(other).toMatchObject({ status: 400, body: { errors: [{ pointer: '/amountCents' }] } });
  });

  it('keeps a product’s name and price of the time', async () => {
    const { id: productId } = await engine();
    const made = await make({ currency: 'EUR', items: [{ productId, quantity: 2 }] });
    expect(made).toMatchObject({
      amountCents: 9642_00,
      items: [{ name: 'Engine', unitAmountCents: 4821_00 }],
    });
    const params = { productId };
    await call(handler, productRecordRoutes.change, { params, body: { name: 'Mill', prices: [] } });
    await call(handler, productRecordRoutes.remove, { params });
    expect(await change(made.id, { items: made.items, note: 'Sent as it was read' })).toMatchObject({
      status: 200,
      body: { amountCents: 9642_00, items: [{ name: 'Engine' }] },
    });
  });

  it('keeps the product’s category and list price of the time beside what it is sold at', async () => {
    const prices = [
      { currency: 'EUR', amountCents: 5000 },
      { currency: 'CHF', amountCents: 6000 },
    ];
    const given = { name: 'Engine', category: 'Machines', prices };
    const { body: product } = await call(handler, productRecordRoutes.create, { body: given });
    const productId = String(product.id);
    const made = await make({ currency: 'EUR', items: [{ productId, unitAmountCents: 4000 }] });
    const line = { category: 'Machines', unitAmountCents: 4000, listAmountCents: 5000, amountCents: 4000 };
    expect(made.items).toMatchObject([line]);
    const body = { category: 'Mills', prices: [{ currency: 'EUR', amountCents: 9000 }, prices[1]] };
    await call(handler, productRecordRoutes.change, { params: { productId }, body });
    const again = await change(made.id, { items: made.items });
    expect(again.body).toEqual(made);
    const anew = await change(made.id, { items: [{ productId }] });
    expect(anew.body).toMatchObject({
      items: [{ category: 'Mills', unitAmountCents: 9000, listAmountCents: 9000 }],
    });
    const abroad = await change(made.id, { currency: 'CHF', items: [{ productId, unitAmountCents: 4000 }] });
    expect(abroad.body).toMatchObject({ items: [{ unitAmountCents: 4000, listAmountCents: 6000 }] });
  });

  it('takes no word of a sender for a product’s category or list price, and has none on a line of none', async () => {
    const { id: productId } = await engine();
    const lie = { category: 'Lies', listAmountCents: 1 };
    const { items } = await make({
      currency: 'EUR',
      items: [
        { productId, ...lie },
        { name: 'Oil', unitAmountCents: 5, ...lie },
      ],
    });
    expect(items[0]).not.toHaveProperty('category');
    expect(items[0]).toMatchObject({ listAmountCents: 4821_00 });
    expect(items[1]).toEqual({ name: 'Oil', quantity: 1, unitAmountCents: 5, amountCents: 5 });
  });

  it('shows no list price that its writer does not see', async () => {
    const { id: productId } = await engine();
    const blind = await keepRole({ product: { prices: 'hidden' } });
    const { body } = await call(handler, routes.create, {
      body: { contactId, currency: 'EUR', items: [{ productId, unitAmountCents: 7 }] },
      ...blind,
    });
    expect(body).toMatchObject({ items: [{ name: 'Engine', unitAmountCents: 7 }] });
    expect((body as unknown as Made).items[0]).not.toHaveProperty('listAmountCents');
  });

  it('names what its lines lack: a product that is not there, a price in its currency', async () => {
    const { id: productId } = await engine();
    const never = 'pr_01K00000000000000000000000';
    expect(await create({ items: [{ productId: never }] })).toMatchObject({
      status: 400,
      body: { code: 'reference_unknown', errors: [{ pointer: '/items/0/productId' }] },
    });
    expect(await create({ currency: 'CHF', items: [{ productId }] })).toMatchObject({
      status: 400,
      body: { code: 'price_missing', errors: [{ pointer: '/items/0/unitAmountCents' }] },
    });
  });

  it('stands in its customer’s history by when it was placed', async () => {
    await create({ number: 'new', placedAt: '2026-10-01T08:00:00.000Z', amountCents: 1_000 });
    await create({ number: 'old', placedAt: '2025-10-01T08:00:00.000Z', amountCents: 20_000 });
    expect(await listed({ contactId })).toEqual(['new', 'old']);
    expect(await listed({ sort: 'placed', direction: 'asc' })).toEqual(['old', 'new']);
    expect(await listed({ sort: 'amount' })).toEqual(['old', 'new']);
    expect(await listed({ companyId })).toEqual([]);
  });

  it('stands by its moment, however that is written', async () => {
    const at = (number: string, placedAt: string) => create({ number, placedAt });
    await at('second', '2026-10-01T10:00:00.500Z');
    await at('first', '2026-10-01T10:00:00Z');
    expect(await at('third', '2026-10-01T12:00:00.900000000+02:00')).toMatchObject({
      body: { placedAt: '2026-10-01T10:00:00.900Z' },
    });
    expect(await listed({ sort: 'placed', direction: 'asc' })).toEqual(['first', 'second', 'third']);
    const long = `2026-10-01T10:00:01.${'0'.repeat(1200)}Z`;
    expect(await at('fourth', long)).toMatchObject({ body: { placedAt: '2026-10-01T10:00:01.000Z' } });
    for (const placedAt of ['9999-12-31T00:00:00Z', '0001-01-01T00:00:00Z'])
      expect(await at('never', placedAt)).toMatchObject({ body: { errors: [{ pointer: '/placedAt' }] } });
  });

  it('of somebody who is gone for good can still be changed', async () => {
    const { id } = await make({});
    const [item] = (await Array.fromAsync(readAll())).filter((one) => one.id === id && one.sk === 'ORDER');
    const { contactId: _, ...order } = item as Item;
    await putItem(order); // as a purge of the contact leaves it
    expect(await change(id, { status: 'refunded' })).toMatchObject({ status: 200 });
    expect(await change(id, { companyId })).toMatchObject({ status: 200 });
    expect(await change(id, { companyId: null })).toMatchObject({ body: { code: 'customer_missing' } });
  });
});
