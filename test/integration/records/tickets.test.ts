import { describe, expect, it } from 'vitest';
import { handler } from '../../../functions/tickets/api.ts';
import { promiseRecordRoutes } from '../../../shared/promises/promise-routes.ts';
import { getTicketRoute, ticketRecordRoutes as routes } from '../../../shared/tickets/ticket-routes.ts';
import { ticketShape as shape } from '../../../shared/tickets/ticket-shape.ts';
import { ann, ben, contactId, dealId, noon } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { itIsARecord } from '../../helpers/record-suite.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();

const later = (hours: number) => new Date(Date.parse(noon) + hours * 3_600_000).toISOString();
const create = async (body: object, more: Call = {}) => {
  const answer = await call(handler, routes.create, { body: { subject: 'It hums', ...body }, ...more });
  return answer.body as { id: string };
};
const change = async (id: string, body: object, now: string) =>
  (await call(handler, routes.change, { params: { ticketId: id }, body, now })).body;
const promise = (body: object) =>
  call(handler, promiseRecordRoutes.create, {
    body: { dealId, text: 'Training', dueOn: '2026-12-01', ...body },
  });

describe('a ticket', () => {
  itIsARecord({ handler, shape, routes, body: (n) => ({ subject: `It hums ${n}` }) });

  it('keeps when it was answered, solved, closed, and how often it came back', async () => {
    const { id } = await create({});
    expect(await change(id, { status: 'pending' }, later(1))).toMatchObject({ firstResponseAt: later(1) });
    expect(await change(id, { status: 'solved' }, later(2))).toMatchObject({
      firstResponseAt: later(1),
      solvedAt: later(2),
    });
    const again = await change(id, { status: 'open' }, later(3));
    expect(again).toMatchObject({ reopened: 1, firstResponseAt: later(1) });
    expect(again).not.toHaveProperty('solvedAt');
    expect(await change(id, { status: 'closed' }, later(4))).toMatchObject({
      solvedAt: later(4),
      closedAt: later(4),
      reopened: 1,
    });
  });

  it('is worked off by urgency, then by age, the open ones alone where they are asked for', async () => {
    const ids: string[] = [];
    for (const [n, priority] of (['low', 'urgent', 'urgent', 'high'] as const).entries())
      ids.push((await create({ priority }, { now: later(n) })).id);
    await change(ids[3] as string, { status: 'solved' }, later(5));
    await settleAll();
    const list = async (query: Record<string, string>) => {
      const { body } = await call(handler, routes.list, { query });
      return (body as { items: { id: string }[] }).items.map(({ id }) => ids.indexOf(id));
    };
    expect(await list({ status: 'open' })).toEqual([1, 2, 0]);
    expect(await list({ sort: 'priority' })).toEqual([1, 2, 0, 3]);
    expect(await list({ status: 'solved' })).toEqual([3]);
  });

  it('shows the open promises to its contact and on its deal, once each, the one that is due first in front', async () => {
    await promise({ text: 'later', dueOn: '2026-12-24' });
    await promise({ text: 'sooner', dueOn: '2026-12-01' });
    await promise({ text: 'kept', status: 'kept' });
    const { id } = await create({ contactId, dealId });
    await settleAll();
    const { body } = await call(handler, getTicketRoute, { params: { ticketId: id }, role: 'support' });
    expect(body.promises.map(({ text }) => text)).toEqual(['sooner', 'later']);
  });

  it('shows a rep no promise that is out of their reach', async () => {
    await promise({ ownerId: ben });
    const { id } = await create({ contactId, ownerId: ann });
    await settleAll();
    const { body } = await call(handler, getTicketRoute, { params: { ticketId: id }, role: 'rep' });
    expect(body).toMatchObject({ id, promises: [] });
  });
});
