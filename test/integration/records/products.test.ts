import { describe, expect, it } from 'vitest';
import { handler } from '../../../functions/orders/api.ts';
import { orderRecordRoutes } from '../../../shared/orders/order-routes.ts';
import { productRecordRoutes as routes } from '../../../shared/products/product-routes.ts';
import { productShape as shape } from '../../../shared/products/product-shape.ts';
import { contactId } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { itIsARecord } from '../../helpers/record-suite.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();

const create = async (body: object) => call(handler, routes.create, { body: { name: 'Engine', ...body } });

describe('a product', () => {
  itIsARecord({ handler, shape, routes, body: (n) => ({ name: `Engine ${n}` }), ownerless: true });

  it('has its sku alone, and one price a currency and day', async () => {
    const { body: first } = await create({ sku: 'DE-2' });
    expect(await create({ sku: 'DE-2' })).toMatchObject({
      status: 409,
      body: { code: 'sku_taken', existingId: first.id, errors: [{ pointer: '/sku' }] },
    });
    const price = { currency: 'EUR', amountCents: 1 };
    expect(await create({ prices: [price, { ...price, amountCents: 2 }] })).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ pointer: '/prices' }] },
    });
  });

  it('costs in a line what it costs on that day, by the price that began last', async () => {
    const eur = (amountCents: number, validFrom?: string) => ({ currency: 'EUR', amountCents, validFrom });
    const prices = [eur(300, '2026-12-01'), eur(100), eur(200, '2026-11-01')];
    const { body: product } = await create({ prices });
    const costOn = async (day: string) => {
      const { body } = await call(handler, orderRecordRoutes.create, {
        body: {
          contactId,
          currency: 'EUR',
          placedAt: `${day}T12:00:00Z`,
          items: [{ productId: product.id }],
        },
      });
      return (body as { amountCents?: number }).amountCents;
    };
    expect(await costOn('2026-10-01')).toBe(100);
    expect(await costOn('2026-11-01')).toBe(200);
    expect(await costOn('2026-12-24')).toBe(300);
  });

  it('is found by its sku and changed, or made', async () => {
    const put = (body: object) =>
      call(handler, routes.upsert, { query: { matchBy: 'sku' }, body: { sku: 'DE-2', ...body } });
    const made = await put({ name: 'Engine' });
    expect(made.status).toBe(201);
    expect(await put({ active: false })).toMatchObject({
      status: 200,
      body: { id: made.body.id, active: false },
    });
  });

  it('is listed by name from A, without regard to case and accents', async () => {
    for (const name of ['Zahnrad', 'élan', 'Engine']) await create({ name });
    await settleAll();
    const { body } = await call(handler, routes.list, { query: { sort: 'name' } });
    const names = (body as { items: { name: string }[] }).items.map(({ name }) => name);
    expect(names).toEqual(['élan', 'Engine', 'Zahnrad']);
  });

  it('is nobody’s: a rep sees it and changes none', async () => {
    const { body: made } = await create({});
    const params = { productId: String(made.id) };
    expect(await call(handler, routes.read, { params, role: 'rep' })).toMatchObject({ status: 200 });
    expect(
      await call(handler, routes.change, { params, role: 'rep', body: { active: false } }),
    ).toMatchObject({
      status: 403,
    });
  });
});
