import { beforeEach, describe, expect, it } from 'vitest';
import { handler as contactsApi } from '../../../functions/contacts/api.ts';
import { patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { reckonRisk } from '../../../shared/risk/risk-store.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { acme } from '../../fixtures/ids.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { call } from '../../helpers/call.ts';
import {
  aCustomerWorld,
  askToLearn,
  card,
  customers,
  idOf,
  now,
  runQueue,
  stored,
} from '../../helpers/customer-world.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';

aCustomerWorld();
beforeEach(async () => {
  await keep(workspaceRecord, aWorkspace({ leftField: 'left' }));
});

describe('a field that says who has left', () => {
  it('is learned from, as of when it said so', async () => {
    await customers(120, (n) => n % 2 === 1);
    await askToLearn();
    await runQueue();
    expect(await card()).toMatchObject({ rows: 120, positives: 60 });
    expect((await stored(1)).left).toEqual({ field: 'left', value: true, at: now });
  });

  it('is noted by itself when it says something else', async () => {
    await customers(1);
    await askToLearn();
    await runQueue();
    const said = { params: { contactId: idOf(0) }, body: { custom: { left: true } }, now };
    expect((await call(contactsApi, patchContactRoute, said)).status).toBe(200);
    await settleAll();
    const due = (await Array.fromAsync(readAll())).find(({ reason }) => reason === 'contact_risk');
    expect(String(due?.at) <= new Date().toISOString()).toBe(true);
    await reckonRisk(acme, idOf(0), now);
    expect((await stored(0)).left).toMatchObject({ value: true });
  });
});
