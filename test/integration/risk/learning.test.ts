import { describe, expect, it } from 'vitest';
import { handler as contactsApi } from '../../../functions/contacts/api.ts';
import { getContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { learnRisk } from '../../../shared/risk/risk-learning-store.ts';
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
  isTold,
  now,
  runQueue,
  stored,
  tellLearned,
} from '../../helpers/customer-world.ts';
import { keep } from '../../helpers/keep.ts';

aCustomerWorld();

describe('learning how customers leave', () => {
  it('goes by who has ordered again, and all risks are reckoned by it', async () => {
    await keep(workspaceRecord, aWorkspace());
    await customers(140);
    expect((await askToLearn()).status).toBe(202);
    expect(await runQueue()).toBeGreaterThan(1);
    await tellLearned();
    expect(await runQueue()).toBeGreaterThan(1);
    expect(await card()).toMatchObject({ status: 'learned', rows: 140, positives: 56 });
    const [stays, leaves] = [await stored(0), await stored(3)];
    expect(stays.learnedAt).toBeDefined();
    expect(leaves.risk).toBeGreaterThan(Number(stays.risk) + 20);
    const page = await call(contactsApi, getContactRoute, { params: { contactId: idOf(3) }, now });
    expect(page.body.risk).toMatchObject({ isLearned: true, value: leaves.risk });
  });

  it('learns the same from the same, and then tells nobody', async () => {
    await keep(workspaceRecord, aWorkspace());
    await customers(120);
    await learnRisk(acme, now);
    expect(await isTold()).toBe(true);
    await learnRisk(acme, now);
    expect(await isTold()).toBe(false);
  });

  it('goes by the defaults where there are fewer than a hundred', async () => {
    await keep(workspaceRecord, aWorkspace());
    await customers(30);
    await askToLearn();
    await runQueue();
    expect(await card()).toMatchObject({ status: 'rules', reason: 'too_few_outcomes' });
    expect((await stored(0)).learnedAt).toBeUndefined();
  });

  it('does not show what was learned of buying to who may not see what was bought', async () => {
    await keep(workspaceRecord, aWorkspace());
    await customers(120);
    await learnRisk(acme, now);
    expect((await card())?.features.length).toBeGreaterThan(0);
    expect((await card('rep'))?.features).toEqual([]);
  });
});
