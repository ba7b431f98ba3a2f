import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { dealRecord } from '../../../shared/deals/deal.ts';
import { connectionsOf } from '../../../shared/live/connection-store.ts';
import { db } from '../../../shared/platform/dynamo.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben, globex } from '../../fixtures/ids.ts';
import { useTable } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import * as world from './live-world.ts';

const [annsDeal, bensDeal] = [newId('deal'), newId('deal')];
const [annsContact, bensContact] = [newId('contact'), newId('contact')];
const [withAnns, withBens] = [newId('activity'), newId('activity')];
let [admin, rep] = ['', ''];
beforeAll(async () => {
  await useTable();
  await keep(dealRecord, aDeal({ id: annsDeal, ownerId: ann }));
  await keep(dealRecord, aDeal({ id: bensDeal, ownerId: ben }));
  await keep(contactRecord, aContact({ id: annsContact, ownerId: ann, emails: [] }));
  await keep(contactRecord, aContact({ id: bensContact, ownerId: ben, emails: [] }));
  await keep(activityRecord, anActivity({ id: withAnns, contactId: annsContact, dealIds: [] }));
  await keep(activityRecord, anActivity({ id: withBens, contactId: bensContact, dealIds: [] }));
});
beforeEach(async () => {
  world.useGateway();
  await world.signIn(ann, ['admin'], [acme, globex]);
  await world.signIn(ben, ['rep']);
  for (const { connectionId } of await connectionsOf(acme)) await world.leave(connectionId);
  [admin, rep] = [await world.aConnection(ann), await world.aConnection(ben)];
});

describe('who is connected', () => {
  test('is told of a move by ids and a version, and of nothing else', async () => {
    await world.happen(world.written(annsDeal, 7, ['stageEnteredAt', 'stageId', 'stageTimes']));
    expect(world.toldTo(admin)).toEqual([
      {
        action: 'changes',
        changes: [
          {
            type: 'deal.moved',
            record: { kind: 'deal', id: annsDeal },
            version: 7,
            at: expect.any(String),
          },
        ],
      },
    ]);
  });

  test('is not told of what they may not read, as the feed would not tell them', async () => {
    const template = newId('template');
    await world.happen(
      world.written(annsDeal),
      world.written(bensDeal),
      world.written(withAnns, 2, [], 'activity.created'),
      world.written(withBens, 2, [], 'activity.created'),
      world.written(newId('deal'), 3, [], 'deal.deleted'),
      world.written(newId('key'), 1, [], 'key.created'),
      world.written(template, 1, [], 'template.created'),
    );
    expect(world.idsToldTo(rep)).toEqual([bensDeal, withBens, template]);
    expect(world.idsToldTo(admin)).toHaveLength(7);
  });

  test('is told of a score or a risk that moved where they may read the contact, and see that of it', async () => {
    const all = [annsContact, bensContact].flatMap((id) => [
      world.written(id, 3, [], 'contact.scored'),
      world.written(id, 2, [], 'contact.risked'),
    ]);
    await world.happen(...all);
    const told = (to: string) =>
      world
        .toldTo(to)
        .flatMap((message) => (message.action === 'changes' ? message.changes : []))
        .map(({ type, record }) => [type, record.id]);
    expect(told(rep)).toEqual([['contact.scored', bensContact]]); // whose orders a rep sees are a rep's own
    expect(told(admin)).toHaveLength(4);
  });

  test('is told of their notifications by an id and a type, and nobody else is', async () => {
    const data = { notificationId: newId('notification'), userId: ben, topic: 'mention' };
    await world.happen({ type: 'notification.made', data });
    const notification = { id: data.notificationId, type: 'mention', at: expect.any(String) };
    expect(world.toldTo(rep)).toEqual([{ action: 'notification', notification }]);
    expect(world.toldTo(admin)).toEqual([]);
    await world.happen({ type: 'notification.made', data, workspaceId: globex });
    expect(world.sent).toHaveLength(1);
  });

  test('is told of their own workspace alone', async () => {
    await world.happen({ ...world.written(annsDeal), workspaceId: globex });
    expect(world.sent).toEqual([]);
  });

  test('is told once a batch, of each record its last version', async () => {
    await world.happen(
      world.written(bensDeal, 3),
      world.written(bensDeal, 5),
      world.written(bensDeal, 4),
      world.written(annsDeal, 2),
    );
    expect(world.toldTo(rep)).toMatchObject([{ changes: [{ record: { id: bensDeal }, version: 5 }] }]);
    expect(world.toldTo(admin)).toHaveLength(1);
  });

  test('is told what another could not be told, who is let go, so that they come again and catch up', async () => {
    world.unreachable.add(admin);
    expect(await world.happen(world.written(bensDeal))).toBe(0);
    expect(world.idsToldTo(rep)).toEqual([bensDeal]);
    expect((await connectionsOf(acme)).map(({ connectionId }) => connectionId)).toEqual([rep]);
  });

  test('is forgotten where they are gone without a word, but not while they may be in their handshake', async () => {
    const young = await world.aConnection(ann, 0);
    for (const id of [admin, young]) world.gone.add(id);
    expect(await world.happen(world.written(bensDeal))).toBe(0);
    const kept = (await connectionsOf(acme)).map(({ connectionId }) => connectionId);
    expect(kept.sort()).toEqual([rep, young].sort());
  });
});

test('where nobody is connected a change costs one read', async () => {
  for (const id of [admin, rep]) await world.leave(id);
  const spy = vi.spyOn(db, 'send');
  await world.happen(world.written(bensDeal), world.written(annsDeal));
  expect(spy).toHaveBeenCalledTimes(1);
  spy.mockRestore();
});

test('what a change costs to read does not grow with how many are connected, within a page', async () => {
  const reads = async () => {
    const spy = vi.spyOn(db, 'send');
    await world.happen(world.written(bensDeal)); // what is kept for a while of those who stand
    const before = spy.mock.calls.length;
    await world.happen(world.written(bensDeal));
    const count = spy.mock.calls.length - before;
    spy.mockRestore();
    return count;
  };
  const few = await reads();
  for (let n = 0; n < 15; n++) await world.aConnection(ben);
  expect(await reads()).toBe(few);
});

describe('a connection ends', () => {
  const deactivated = { type: 'user.deactivated', data: { userId: ben, job: 2 } };
  const signedOut = {
    type: 'session.ended',
    data: { sessionId: world.sessionOf(ben), subject: `sub-${ben}`, userId: ben },
  };

  test('when its user is shut out of the workspace, and only theirs', async () => {
    await world.rolesAre(ben, ['rep'], [globex]);
    await world.happen(deactivated);
    expect(world.ended).toEqual([rep]);
    expect(world.toldTo(rep)).toEqual([{ action: 'bye', reason: 'deactivated' }]);
    await world.happen(deactivated);
    expect(world.ended).toEqual([rep]);
  });

  test('not when they are here again by the time that the event comes', async () => {
    await world.happen(deactivated);
    expect(world.ended).toEqual([]);
  });

  test('when its sign-in has ended', async () => {
    await world.sessionIs(ben, { revokedAt: new Date().toISOString() });
    await world.happen(signedOut);
    expect(world.ended).toEqual([rep]);
    expect(world.toldTo(rep)).toEqual([{ action: 'bye', reason: 'signed_out' }]);
  });

  test('later, where it is in its handshake when that is asked', async () => {
    const young = await world.aConnection(ben, 0);
    world.gone.add(young);
    expect(await world.happen(signedOut)).toBe(1);
    expect((await connectionsOf(acme)).map(({ connectionId }) => connectionId)).toContain(young);
  });

  test('at its next ping, where no event has ended it', async () => {
    expect(await world.say(rep, '{"action":"ping"}')).toEqual({
      statusCode: 200,
      body: '{"action":"pong"}',
    });
    await world.sessionIs(ben, { revokedAt: new Date().toISOString() });
    expect(await world.say(rep, '{"action":"ping"}')).toEqual({ statusCode: 200 });
    expect(world.ended).toEqual([rep]);
  });

  test('at its next ping, where it is not kept any more', async () => {
    await world.leave(rep);
    await world.say(rep, '{"action":"ping"}');
    expect(world.ended).toEqual([rep]);
  });

  test('before anything is told to it, where its user may not be here any more', async () => {
    await world.rolesAre(ben, ['rep'], []);
    await world.happen(world.written(bensDeal));
    expect(world.idsToldTo(rep)).toEqual([]);
    expect(world.ended).toEqual([rep]);
  });
});

test('that one whose time here is over cannot be let go keeps nobody else from being told', async () => {
  await world.rolesAre(ann, ['admin'], [globex]);
  world.unreachable.add(admin);
  expect(await world.happen(world.written(bensDeal))).toBe(0);
  expect(world.idsToldTo(rep)).toEqual([bensDeal]);
  expect(world.idsToldTo(admin)).toEqual([]);
});

test('what is no ping is answered, and ends nothing', async () => {
  for (const body of ['', 'hello', '{}', '[]', 'null', '{"action":"subscribe"}']) {
    const { body: answer = '' } = await world.say(rep, body);
    expect(JSON.parse(answer)).toMatchObject({ action: 'error', code: 'message_unknown' });
  }
  expect(world.ended).toEqual([]);
});
