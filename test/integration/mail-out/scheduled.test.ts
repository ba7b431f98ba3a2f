import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handler as sweep } from '../../../functions/due/sweep.ts';
import { handler } from '../../../functions/mail/api.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import {
  cancelContactMailRoute,
  listContactMailsRoute,
  patchContactMailRoute,
} from '../../../shared/mail/contact-mail-routes.ts';
import type { Message } from '../../../shared/mail/message.ts';
import { aContact } from '../../fixtures/contact.ts';
import { ben, contactId } from '../../fixtures/ids.ts';
import { type Call, call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { mergePersons } from '../../helpers/merge-world.ts';
import { useWriters, words, write, writeNow } from './contact-mail.ts';
import { allActivities, aQueued, eventsOf, postponed, sendOne, stored } from './outgoing.ts';
import { type Ses, startSes } from './ses-double.ts';

let ses: Ses;
beforeAll(async () => {
  ses = await startSes();
});
afterAll(() => ses.stop());
beforeEach(async () => {
  ses.reset();
  await useWriters();
});
type Which = Pick<Message, 'id'>;
const paramsOf = ({ id }: Which) => ({ contactId, messageId: id });
const cancel = (message: Which, more: Call = {}) =>
  call(handler, cancelContactMailRoute, { params: paramsOf(message), ...more });
const patch = (message: Which, body: object, more: Call = {}) =>
  call(handler, patchContactMailRoute, { params: paramsOf(message), body, ...more });
const codeOf = async (answer: Promise<{ body: unknown }>) => ((await answer).body as { code?: string }).code;
const list = () => call(handler, listContactMailsRoute, { params: { contactId } });
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const sweepAt = async (time: string) => {
  await settleAll();
  return sweep({ time }, { getRemainingTimeInMillis: () => 60_000 });
};

it('is changed on the page of the contact that its own was merged into', async () => {
  const { body } = await writeNow({ sendAt: inHours(3) });
  const survivor = newId('contact');
  await keep(contactRecord, aContact({ id: survivor, emails: [], phones: [] }));
  await mergePersons(survivor, [contactId]);
  for (const onPage of [survivor, contactId]) {
    const params = { contactId: onPage, messageId: body.id };
    const text = `Hello {{contact.firstName}} of ${onPage}`;
    const changed = await call(handler, patchContactMailRoute, { params, body: { text } });
    expect([changed.status, changed.body.text]).toEqual([200, `Hello Ada of ${onPage}`]);
  }
});

describe('a mail that leaves in ten seconds', () => {
  it('waits in the sender’s queue until then', async () => {
    const { body } = await writeNow();
    expect(await eventsOf('mail.queued')).toHaveLength(1);
    expect(await sendOne(body)).toBe(false);
    expect(postponed()[0]).toBeGreaterThan(7);
    expect(postponed()[0]).toBeLessThan(12);
    expect([ses.state.calls, (await stored(body)).attempts]).toEqual([0, 0]);
  });

  it('that is taken back is never sent, and is listed so', async () => {
    const { body } = await writeNow();
    expect((await cancel(body)).status).toBe(204);
    expect((await cancel(body)).status).toBe(204);
    await sendOne(body);
    await settleAll();
    expect([ses.state.calls, await allActivities()]).toEqual([0, []]);
    expect((await list()).body.items).toMatchObject([{ id: body.id, status: 'cancelled', text: body.text }]);
  });

  it('is either sent or taken back, whoever is first', async () => {
    for (let round = 0; round < 6; round++) {
      ses.reset();
      const { body } = await write(); // at noon: it may leave
      const [, { status }] = await Promise.all([sendOne(body), cancel(body)]);
      const message = await stored(body);
      expect([message.status, ses.state.calls, status]).toEqual(
        status === 204 ? ['cancelled', 0, 204] : ['sent', 1, 409],
      );
    }
  });

  it('is taken back no more once it is sent', async () => {
    const { body } = await write();
    await sendOne(body);
    expect(await codeOf(cancel(body))).toBe('mail_already_leaving');
    expect((await patch(body, { text: 'Another' })).body.code).toBe('mail_already_leaving');
  });
});

describe('a mail of another time', () => {
  it('has no event, is woken by the due index at its moment, and is sent once', async () => {
    const sendAt = inHours(5);
    const { body } = await writeNow({ sendAt });
    expect(await eventsOf('mail.queued')).toEqual([]);
    expect(await sendOne(body)).toBe(true); // an event from elsewhere changes nothing
    await sweepAt(inHours(4));
    expect(await eventsOf('mail.queued')).toEqual([]);
    await sweepAt(sendAt);
    expect(await eventsOf('mail.queued')).toHaveLength(1);
    await Promise.all([sendOne(body), sendOne(body)]);
    await sendOne(body);
    expect([ses.state.calls, (await stored(body)).status]).toEqual([1, 'sent']);
  });

  it('whose event was lost is woken a quarter of an hour later', async () => {
    const { body } = await writeNow();
    const queued = async () => (await eventsOf('mail.queued')).length;
    await sweepAt(inHours(0.2));
    expect(await queued()).toBe(1);
    await sweepAt(inHours(0.3));
    expect(await queued()).toBe(2);
    await sendOne(body);
    expect((await stored(body)).status).toBe('sent');
  });

  it('is said anew as long as it is scheduled', async () => {
    const { body } = await writeNow({ sendAt: inHours(5) });
    const changed = await patch(body, { text: 'Dear {{contact.lastName}}', sendAt: inHours(30) });
    expect(changed.body).toMatchObject({ text: 'Dear Lovelace', html: '<p>Dear Lovelace</p>', version: 2 });
    expect(changed.body.subject).toBe(words.subject);
    expect((await patch(body, { text: '{{contact.jobTitle}}' })).body.code).toBe('merge_value_missing');
    expect((await patch(body, { subject: 'A' }, { headers: { 'if-match': '"1"' } })).status).toBe(412);
    const soon = await patch(body, { sendAt: inHours(0.01) }, { now: new Date().toISOString() });
    expect(soon.status).toBe(200);
    expect(await eventsOf('mail.queued')).toHaveLength(1);
  });
});

describe('another’s mail', () => {
  const asBen = { userId: ben, role: 'rep' as const };
  it('is theirs, and an administrator’s', async () => {
    const { body: anns } = await writeNow({ sendAt: inHours(5) });
    const { body: bens } = await writeNow({ sendAt: inHours(5) }, asBen);
    expect(await codeOf(cancel(anns, asBen))).toBe('record_out_of_reach');
    expect((await patch(anns, { text: 'Hi' }, asBen)).body.code).toBe('record_out_of_reach');
    expect((await cancel(bens)).status).toBe(204);
  });

  it('by which Rapport thanks by itself is not a person’s to change', async () => {
    const message = await aQueued();
    expect(await codeOf(cancel(message))).toBe('message_not_found');
  });
});
