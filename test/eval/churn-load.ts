import type { Churn, Customer } from './churn-files.ts';
import { type Client, makeAll, run } from './sales-client.ts';

export type Loaded = { field: string; contactIds: Map<string, string>; orders: number };
const currency = 'GBP';
const dayMs = 86_400_000;

/** A yes/no field of contacts, and that it says who has left. */
async function makeField(client: Client): Promise<string> {
  const key = `left_${run}`;
  const field = { of: 'contact', key, label: 'Has left', type: 'checkbox' };
  await client.post('/v1/fields', 'POST /v1/fields', field);
  await client.patch('/v1/workspaces/current', 'PATCH /v1/workspaces/current', { leftField: key });
  return key;
}

/** Makes the customers and their orders by the API, as if the day up to which they are known were today. */
export async function loadChurn(client: Client, { customers, orders, cutoffOn }: Churn): Promise<Loaded> {
  const field = await makeField(client);
  const people = customers.map(({ id, country }) => ({
    lastName: `Customer ${id}`,
    externalId: `${run}/${id}`,
    lifecycle: 'customer',
    tags: [country.toLowerCase().replaceAll(' ', '-')],
  }));
  const ids = await makeAll(client, '/v1/contacts', people);
  const contactIds = new Map(customers.map(({ id }, n) => [id, ids[n] ?? '']));
  const today = new Date().toISOString().slice(0, 10);
  const shiftMs = Date.parse(today) - Date.parse(cutoffOn);
  const sold = orders.map(({ number, customerId, placedAt, amountCents }) => ({
    number: `${run}/${number}`,
    contactId: contactIds.get(customerId),
    placedAt: new Date(Date.parse(placedAt) + shiftMs).toISOString(),
    amountCents,
    currency,
  }));
  if (shiftMs % dayMs !== 0) throw new Error('Dates are shifted by whole days.');
  await makeAll(client, '/v1/orders', sold);
  return { field, contactIds, orders: sold.length };
}

const batchSize = 100;
/** Says of customers by the field whether they have left, or (`undefined`) that nobody knows. */
export async function sayWhoLeft(
  client: Client,
  { field, contactIds }: Loaded,
  customers: readonly Customer[],
  said: (customer: Customer) => boolean | undefined,
): Promise<void> {
  for (let at = 0; at < customers.length; at += batchSize) {
    const items = customers.slice(at, at + batchSize).map((customer) => ({
      id: contactIds.get(customer.id),
      custom: { [field]: said(customer) ?? null },
    }));
    const path = '/v1/contacts/batch/update';
    const { results } = await client.post<{ results: { status: number }[] }>(path, `POST ${path}`, { items });
    const failed = results.find(({ status }) => status >= 300);
    if (failed) throw new Error(`${path}: ${JSON.stringify(failed)}`);
  }
}
