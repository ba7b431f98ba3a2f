import { beforeAll, describe, expect, it, vi } from 'vitest';
import { imagine } from '../../../infra/local/demo/company.ts';
import { acmePipelineId, contactFormKey, salesAddress } from '../../../infra/local/demo/fixed.ts';
import { seed } from '../../../infra/local/demo/seed.ts';
import { acme, demoUsers, globex } from '../../../infra/local/demo/users.ts';
import { ownRoles } from '../../../shared/access/role-store.ts';
import { deleteTeam } from '../../../shared/access/team.ts';
import { teamPage, teamStore } from '../../../shared/access/team-store.ts';
import type { Item } from '../../../shared/core/projection.ts';
import { Deal } from '../../../shared/deals/deal.ts';
import { pipelineStore } from '../../../shared/deals/deal-store.ts';
import { clockOf, idleDueAt } from '../../../shared/deals/idle.ts';
import { openForm } from '../../../shared/forms/form-store.ts';
import { findCredential } from '../../../shared/identity/credential-store.ts';
import { changeUser } from '../../../shared/identity/user.ts';
import { userPage, userStore } from '../../../shared/identity/user-store.ts';
import { mailboxOf, workspaceOfDomain } from '../../../shared/mail/mailbox-store.ts';
import { db } from '../../../shared/platform/dynamo.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll, useTable } from '../../helpers/dynamo.ts';

const anchor = '2026-11-22T10:00:00.000Z';
const start = (demo: boolean) => seed({ tableName: '', demo, publicUrl: 'http://127.0.0.1:3000' });
const all = () => Array.fromAsync(readAll());
/** Everything but the changes, whose ids are made of chance. */
const named = (items: Item[]) =>
  items
    .filter(({ type }) => type !== 'change')
    .map(({ pk, sk }) => `${pk} ${sk}`)
    .sort();
const changes = (items: Item[]) => items.filter(({ type }) => type === 'change').length;

describe('without demo data', () => {
  beforeAll(async () => {
    await useTable();
    await start(false);
    await settleAll();
  });

  it('there are both workspaces and their members, who may sign in', async () => {
    for (const { sub, workspace, role } of demoUsers)
      expect((await findCredential(sub))?.memberships).toEqual([
        { workspaceId: workspace.id, roles: [role] },
      ]);
    expect((await userPage(acme.id, { limit: 100 })).items).toHaveLength(6);
    expect((await userPage(globex.id, { limit: 100 })).items).toHaveLength(1);
    expect((await pipelineStore.get(acme.id, acmePipelineId)).stages).toHaveLength(5);
  });

  it('there are two teams, whose members no other has, and a role of Acme’s own', async () => {
    const { items } = await teamPage(acme.id, { limit: 100 });
    expect(items.map(({ name, memberIds }) => [name, memberIds.length])).toEqual([
      ['Sales', 2],
      ['Support', 1],
    ]);
    expect((await ownRoles(acme.id)).map(({ name }) => name)).toEqual(['Trainee']);
  });

  it('a start leaves people, teams and roles as somebody has made them since', async () => {
    const [sales] = (await teamPage(acme.id, { limit: 100 })).items;
    const [user] = (await userPage(acme.id, { limit: 100 })).items;
    if (!sales || !user) throw new Error('Nothing was made');
    const by = aContext({ workspaceId: acme.id });
    await teamStore.save(deleteTeam(sales), by);
    await userStore.save(changeUser(user, { name: 'Somebody Else' }, by), by);
    await start(false);
    expect(await teamStore.find(acme.id, sales.id)).toBeUndefined();
    expect((await userStore.get(acme.id, user.id)).name).toBe('Somebody Else');
  });

  it('mail to sales@in.acme.test opens deals and is thanked for', async () => {
    expect(await workspaceOfDomain('in.acme.test')).toBe(acme.id);
    const mailbox = await mailboxOf(acme.id, [salesAddress]);
    expect(mailbox).toMatchObject({ opensDeal: true, welcomeTemplateId: expect.stringMatching(/^tp_/) });
  });

  it('there is no contact', async () => {
    expect((await all()).filter(({ sk }) => sk === 'CONTACT')).toEqual([]);
  });
});

describe('the demo company', () => {
  let items: Item[];
  const of = (sk: string) => items.filter((item) => item.sk === sk);
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(anchor) });
    await useTable();
    await start(true);
    items = await all();
    return () => void vi.useRealTimers();
  });

  it('is there, and its form takes posts under its key', async () => {
    expect(of('CONTACT').length).toBeGreaterThanOrEqual(115);
    expect(of('DEAL')).toHaveLength(60);
    expect(of('ACTIVITY').length).toBeGreaterThan(250);
    expect(of('TASK').length).toBeGreaterThan(40);
    expect(await openForm(contactFormKey)).toMatchObject({ name: 'Contact us' });
  });

  it('looks alive: deals in every stage, some of them idle, tasks overdue, today and later', async () => {
    const { stages } = await pipelineStore.get(acme.id, acmePipelineId);
    const clocks = new Map(of('CLOCK').map((clock) => [clock.pk, clock]));
    const deals = of('DEAL').map((item) => ({ deal: Deal.parse(item), clock: clockOf(clocks.get(item.pk)) }));
    const idle = deals.filter(({ deal, clock }) => {
      const due = idleDueAt(
        deal,
        clock,
        stages.find(({ id }) => id === deal.stageId),
      );
      return due !== undefined && due <= anchor;
    });
    for (const { id } of stages)
      expect(deals.filter(({ deal }) => deal.stageId === id).length).toBeGreaterThan(5);
    expect(idle.length).toBeGreaterThanOrEqual(6);
    expect(idle.length).toBeLessThanOrEqual(14);
    const due = of('TASK').flatMap(({ status, dueOn }) =>
      status === 'open' && dueOn ? [String(dueOn)] : [],
    );
    const today = anchor.slice(0, 10);
    expect(due.filter((on) => on < today).length).toBeGreaterThan(2);
    expect(due.filter((on) => on === today).length).toBeGreaterThan(2);
    expect(due.filter((on) => on > today).length).toBeGreaterThan(2);
  });

  it('is left as it is by a later start', async () => {
    vi.setSystemTime(Date.parse('2026-11-29T10:00:00Z'));
    await start(true);
    expect(await all()).toEqual(items);
  });

  /** A start whose process dies at its n-th request of the table. */
  async function killedAfter(requests: number): Promise<void> {
    let left = requests;
    const send = db.send.bind(db);
    const spy = vi
      .spyOn(db, 'send')
      .mockImplementation(((command: never) =>
        left-- > 0 ? send(command) : Promise.reject(new Error('killed'))) as never);
    await start(true).finally(() => spy.mockRestore());
  }

  it('is completed without doubles by the start after a kill in the middle', async () => {
    await useTable();
    vi.setSystemTime(Date.parse(anchor));
    await expect(killedAfter(62)).rejects.toThrow('killed');
    expect((await all()).length).toBeLessThan(items.length);
    vi.setSystemTime(Date.parse('2026-11-22T10:30:00Z'));
    await start(true);
    const mended = await all();
    expect(named(mended)).toEqual(named(items));
    expect(changes(mended)).toBe(changes(items));
  });
});

describe('the imagined company', () => {
  const company = async () => {
    await useTable();
    await start(false);
    return imagine(anchor, await pipelineStore.get(acme.id, acmePipelineId));
  };

  it('is the same for the same moment', async () => {
    const records = ({ people, sales, happened, todos }: Awaited<ReturnType<typeof company>>) => [
      ...people.map(({ contact }) => contact),
      ...sales.map(({ deal }) => deal),
      ...happened.map(({ activity }) => activity),
      ...todos.map(({ task }) => task),
    ];
    expect(records(await company())).toEqual(records(await company()));
  });

  it('has nothing that was made in time to come, and no deal that moved before it began', async () => {
    const { people, sales, happened, todos } = await company();
    const records = [
      ...people.map(({ contact }) => contact),
      ...happened.map(({ activity }) => activity),
      ...todos.map(({ task }) => task),
    ];
    expect(records.filter((one) => one.updatedAt > anchor || one.createdAt > one.updatedAt)).toEqual([]);
    for (const { deal, person, lastAt } of sales) {
      const moments = [person.contact.createdAt, deal.createdAt, deal.stageEnteredAt, lastAt, anchor];
      expect(moments).toEqual(moments.toSorted());
    }
  });
});
