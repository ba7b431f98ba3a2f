import { SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, describe, expect, it } from 'vitest';
import { handler as activitiesApi } from '../../../functions/activities/api.ts';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { purgeDue } from '../../../functions/due/reasons/purge.ts';
import { handler as records } from '../../../functions/records/api.ts';
import { getActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { deleteContactRoute } from '../../../shared/contacts/contact-routes.ts';
import {
  listTrashRoute,
  purgeRecordRoute,
  restoreRecordRoute,
} from '../../../shared/records/trash-routes.ts';
import { acme, ann, ben, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import {
  aPerson,
  mergePersons,
  note,
  previewPersons,
  readPerson,
  unmergePerson,
} from '../../helpers/merge-world.ts';
import { aRecordWorld } from '../../helpers/record-world.ts';

aRecordWorld();
beforeAll(() => {
  process.env.KEYS_QUEUE_URL = 'https://sqs.eu-west-1.amazonaws.com/1/keys';
  mockClient(SQSClient).onAnyCommand().resolves({});
});
const own = {
  read: 'own',
  create: 'all',
  edit: 'own',
  delete: 'own',
  export: 'own',
  unassigned: false,
} as const;
const reading = { ...own, read: 'all' } as const;

describe('who may merge', () => {
  it('edits the one that stays and deletes those that go, all of them in sight', async () => {
    const mine = await aPerson({ firstName: 'Mine', ownerId: ben });
    const other = await aPerson({ firstName: 'Other', ownerId: ann });
    const seesOwn = { ...(await keepRole({}, { contact: own })), userId: ben };
    const seesAll = { ...(await keepRole({}, { contact: reading })), userId: ben };
    expect(await mergePersons(mine, [other], {}, seesOwn)).toMatchObject({
      status: 400,
      body: { code: 'reference_unknown' },
    });
    expect(await mergePersons(mine, [other], {}, seesAll)).toMatchObject({
      status: 403,
      body: { code: 'record_out_of_reach' },
    });
    expect((await mergePersons(other, [mine], {}, seesOwn)).status).toBe(404);
    expect(await mergePersons(other, [mine], {}, seesAll)).toMatchObject({ status: 403 });
    const noDelete = { ...(await keepRole({}, { contact: { ...reading, delete: 'none' } })), userId: ben };
    expect(await mergePersons(mine, [other], {}, noDelete)).toMatchObject({
      status: 403,
      body: { code: 'permission_missing' },
    });
    await mergePersons(other, [mine]);
    expect((await unmergePerson(other, mine, seesOwn)).status).toBe(404);
    // What went out of sight redirects those alone who may read where it went.
    expect((await readPerson(mine, seesOwn)).status).toBe(404);
    expect((await readPerson(mine, seesAll)).status).toBe(301);
  });

  it('chooses no field that is not theirs to see or set, is shown none, and loses none', async () => {
    const [a, b] = [
      await aPerson({
        firstName: 'A',
        jobTitle: 'Miller',
        phones: [{ number: '+4930901820' }],
        custom: { secret: 'one' },
      }),
      await aPerson({
        firstName: 'B',
        jobTitle: 'Baker',
        phones: [{ number: '+4930901821' }],
        custom: { secret: 'two', open: 1 },
        birthday: '1815-12-10',
      }),
    ];
    const who = await keepRole({
      contact: { phones: 'hidden', birthday: 'hidden', 'custom.secret': 'hidden', jobTitle: 'readonly' },
    });
    for (const name of ['jobTitle', 'custom.secret', 'birthday'])
      expect(await mergePersons(a, [b], { values: { [name]: b } }, who)).toMatchObject({
        status: 403,
        body: { code: 'field_forbidden', errors: [{ pointer: `/values/${name}` }] },
      });
    const preview = await previewPersons(a, [b], {}, who);
    expect(preview.body.fields?.map(({ field }) => field).toSorted()).toEqual([
      'custom.open',
      'firstName',
      'jobTitle',
    ]);
    expect(JSON.stringify(preview.body)).not.toMatch(/\+49|secret|1815/);
    const merged = await mergePersons(a, [b], {}, who);
    expect(merged.body).not.toHaveProperty('phones');
    const { body } = await readPerson(a);
    expect(body).toMatchObject({
      jobTitle: 'Miller',
      birthday: '1815-12-10',
      custom: { secret: 'one', open: 1 },
    });
    expect(body.phones).toHaveLength(2);
    const apart = await unmergePerson(a, b, who);
    expect(JSON.stringify(apart.body)).not.toMatch(/\+49|secret|1815/);
    expect((await readPerson(b)).body).toMatchObject({
      birthday: '1815-12-10',
      custom: { secret: 'two', open: 1 },
    });
  });
});

describe('a merge', () => {
  it('is told of: deleted and restored, merged and unmerged, in history and events', async () => {
    const [a, b] = [await aPerson({ firstName: 'A' }), await aPerson({ firstName: 'B' })];
    await mergePersons(a, [b]);
    await unmergePerson(a, b);
    const changes = (await Array.fromAsync(readAll())).filter(({ type }) => type === 'change');
    const told = (id: string) =>
      changes
        .filter(({ recordId }) => recordId === id)
        .toSorted((x, y) => Number(x.recordVersion) - Number(y.recordVersion))
        .map(({ kind, events }) => [kind, ...(events as { type: string }[]).map(({ type }) => type)]);
    expect(told(a)).toEqual([
      ['created', 'contact.created'],
      ['updated', 'contact.updated', 'contact.merged'],
      ['updated', 'contact.updated', 'contact.unmerged'],
    ]);
    expect(told(b)).toEqual([
      ['created', 'contact.created'],
      ['merged', 'contact.deleted'],
      ['unmerged', 'contact.restored'],
    ]);
  });

  it('lies in no trash; the one that stays hides it there, and takes it along when it is purged', async () => {
    const [a, b] = [await aPerson({ firstName: 'A' }), await aPerson({ firstName: 'B' })];
    const logged = await note(b, noon);
    await mergePersons(a, [b]);
    await settleAll();
    const trash = async () => {
      const { body } = await call(records, listTrashRoute, { query: { type: 'contact' } });
      return body.items?.map(({ id }) => id);
    };
    expect(await trash()).toEqual([]);
    expect((await call(records, restoreRecordRoute, { params: { recordId: b } })).status).toBe(404);
    await call(contacts, deleteContactRoute, { params: { contactId: a } });
    await settleAll();
    expect(await trash()).toEqual([a]);
    const read = () =>
      call(activitiesApi, getActivityRoute, { params: { activityId: logged }, role: 'rep', userId: ben });
    expect([(await readPerson(b)).status, (await read()).status]).toEqual([404, 404]);
    await call(records, restoreRecordRoute, { params: { recordId: a } });
    expect([(await readPerson(b)).status, (await read()).status]).toEqual([301, 200]);
    await call(contacts, deleteContactRoute, { params: { contactId: a } });
    await call(records, purgeRecordRoute, { params: { recordId: a } });
    await settleAll();
    await purgeDue({ workspaceId: acme, of: 'contact', id: a } as never, noon);
    const left = (await Array.fromAsync(readAll())).filter(({ id }) => [a, b, logged].includes(String(id)));
    await settleAll();
    expect(left.filter(({ sk }) => ['CONTACT', 'ACTIVITY'].includes(sk))).toEqual([]);
  });
});
