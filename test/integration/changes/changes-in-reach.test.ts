import { beforeAll, describe, expect, test, vi } from 'vitest';
import { builtinPolicy } from '../../../shared/access/builtin-roles.ts';
import { activityRecord } from '../../../shared/activities/activity.ts';
import type { FeedLine } from '../../../shared/changes/feed-line.ts';
import { visibleLines } from '../../../shared/changes/visible-lines-store.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { type IdKind, newId } from '../../../shared/core/ids.ts';
import type { RolePolicy } from '../../../shared/core/policy.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { db } from '../../../shared/platform/dynamo.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, monday } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { putItem } from '../../helpers/put-item.ts';

const line = (kind: IdKind, id: string, type = `${kind}.updated`): FeedLine => ({
  id: newId('change'),
  at: monday,
  type,
  record: { kind, id },
  recordVersion: 2,
  fields: ['amountCents', 'name'],
  by: { kind: 'user', id: ben },
});
const [mine, his, nobodys, gone] = ['a', 'b', 'c', 'd'].map(() => newId('deal')) as [
  string,
  string,
  string,
  string,
];
const [myContact, hisContact] = ['a', 'b'].map(() => newId('contact')) as [string, string];
const [withMine, withHis, withMyDeal] = ['a', 'b', 'c'].map(() => newId('activity')) as [
  string,
  string,
  string,
];
beforeAll(async () => {
  await useTable();
  await keep(dealRecord, aDeal({ id: mine, ownerId: ann }));
  await keep(dealRecord, aDeal({ id: his, ownerId: ben }));
  await keep(dealRecord, aDeal({ id: nobodys, ownerId: undefined }));
  await keep(contactRecord, aContact({ id: myContact, ownerId: ann, emails: [] }));
  await keep(contactRecord, aContact({ id: hisContact, ownerId: ben, emails: [] }));
  const logged = (id: string, contactId: string, dealIds: string[] = []) =>
    keep(activityRecord, anActivity({ id, contactId, dealIds }));
  await logged(withMine, myContact);
  await logged(withHis, hisContact, [his]);
  await logged(withMyDeal, hisContact, [his, mine]);
});

const admin = builtinPolicy('admin') as RolePolicy;
type Reach = 'none' | 'own' | 'team' | 'all';
const reading = (deal: Reach, contact: Reach, over: Partial<RolePolicy> = {}): RolePolicy => ({
  ...admin,
  ...over,
  records: {
    ...admin.records,
    deal: { ...admin.records.deal, read: deal, unassigned: false },
    contact: { ...admin.records.contact, read: contact, unassigned: false },
  },
});
const actorOf = (policy: RolePolicy, circle: string[] = []) => aContext({ policy, circle }).actor;
const idsSeen = async (policy: RolePolicy, lines: FeedLine[], circle: string[] = []) =>
  (await visibleLines(actorOf(policy, circle), lines)).map(({ record }) => record.id);

const deals = [mine, his, nobodys, gone].map((id) => line('deal', id));
describe('of deals', () => {
  test('one sees what is one’s own; what is gone, and what is nobody’s, one does not', async () =>
    expect(await idsSeen(reading('own', 'own'), deals)).toEqual([mine]));
  test('a team sees its own', async () =>
    expect(await idsSeen(reading('team', 'own'), deals, [ann, ben])).toEqual([mine, his]));
  test('who reads none sees none', async () =>
    expect(await idsSeen(reading('none', 'own'), deals)).toEqual([]));
  test('who reads all sees what is gone too, without a look at the records', async () => {
    const spy = vi.spyOn(db, 'send');
    expect(await idsSeen(admin, deals)).toEqual([mine, his, nobodys, gone]);
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  });
  test('a hundred lines are one BatchGet', async () => {
    const spy = vi.spyOn(db, 'send');
    await idsSeen(reading('own', 'own'), Array.from({ length: 25 }, () => deals).flat());
    expect(spy).toHaveBeenCalledTimes(1);
    spy.mockRestore();
  });
});

test('an activity is seen with its contact, or with one of its deals', async () => {
  const lines = [withMine, withHis, withMyDeal, newId('activity')].map((id) => line('activity', id));
  expect(await idsSeen(reading('own', 'own'), lines)).toEqual([withMine, withMyDeal]);
  expect(await idsSeen(reading('none', 'own'), lines)).toEqual([withMine]);
  expect(await idsSeen(reading('none', 'none'), lines)).toEqual([]);
});

test('a link is seen by who sees both of its ends', async () => {
  const base = { workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday };
  const link = async (fromId: string, toId: string) => {
    const id = newId('link');
    await putItem({ ...base, ...recordKey(acme, 'link', id), id, fromId, toId, label: 'referred by' });
    return line('link', id);
  };
  const lines = [await link(myContact, mine), await link(myContact, his)];
  expect(await idsSeen(reading('own', 'own'), lines)).toEqual([lines[0]?.record.id]);
});

test('settings are seen by permission; what no permission is for, by nobody', async () => {
  const lines = [
    line('webhook', newId('webhook')),
    line('erasure', newId('erasure')),
    line('thread', newId('thread')),
  ];
  expect(await idsSeen({ ...admin, settings: ['webhooks:read'] }, lines)).toEqual([lines[0]?.record.id]);
  expect(await idsSeen({ ...admin, settings: [] }, lines)).toEqual([]);
});

test('the name of a field that is hidden is not said', async () => {
  const fields = { ...admin.fields, deal: { amountCents: 'hidden' as const } };
  const [shown] = await visibleLines(actorOf({ ...admin, fields }), [line('deal', mine)]);
  expect(shown?.fields).toEqual(['name']);
});

test('nothing of another workspace is seen by an id that one has', async () => {
  const { actor } = aContext({ policy: reading('own', 'own'), workspaceId: acme.replace(/.$/, 'Z') });
  expect(await visibleLines(actor, deals)).toEqual([]);
});
