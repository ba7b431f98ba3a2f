import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { activityRecord } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { newId } from '../../../shared/core/ids.ts';
import { mailRefusal } from '../../../shared/mail/refusal-store.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { recordStore } from '../../../shared/platform/record-store.ts';
import { type Ticket, ticketRecord } from '../../../shared/tickets/ticket.ts';
import { anActivity } from '../../fixtures/activity.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, contactId, monday } from '../../fixtures/ids.ts';
import { aContext } from '../../helpers/context.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { aQueued, sendOne, stored, useOutgoing } from './outgoing.ts';
import { type Ses, startSes } from './ses-double.ts';

const to = 'ada@example.com';
const refusal = (id = contactId) => mailRefusal(acme, { to, marketing: true, contactId: id });

let ses: Ses;
beforeAll(async () => {
  ses = await startSes();
});
afterAll(() => ses.stop());
beforeEach(async () => {
  ses.reset();
  await useOutgoing();
});

const aTicket = (over: Partial<Ticket> = {}): Ticket =>
  ticketRecord.schema.parse({
    ...{ id: newId('ticket'), workspaceId: acme, version: 1, createdAt: monday, updatedAt: monday },
    ...{ subject: 'It burns', contactId, priority: 'urgent', ...over },
  });
const aRating = (score: number, at = new Date().toISOString()) =>
  anActivity({ id: newId('activity'), kind: 'rating', contactId, at, rating: { score } });
const aMerged = async () => {
  const id = newId('contact');
  await keep(contactRecord, aContact({ id, emails: [], deletedAt: monday, mergedInto: contactId }));
  return id;
};

it('the cap holds for mails that leave at once, and what SES refuses for now counts once', async () => {
  ses.state.script.push('throttle');
  const again = await aQueued({ marketing: true });
  await sendOne(again);
  const others = await Promise.all(Array.from({ length: 5 }, () => aQueued({ marketing: true })));
  await Promise.all([again, ...others].map(sendOne));
  const all = await Promise.all([again, ...others].map(stored));
  expect(all.map(({ status, reason }) => reason ?? status).toSorted()).toEqual([
    ...['frequency_cap', 'frequency_cap'],
    ...Array.from({ length: 4 }, () => 'sent'),
  ]);
  const plain = await aQueued();
  await sendOne(plain);
  expect(await stored(plain)).toMatchObject({ status: 'sent' });
});

it('a pressing ticket keeps marketing away until it is solved', async () => {
  const ticket = await keep(ticketRecord, aTicket());
  await keep(ticketRecord, aTicket({ priority: 'normal' }));
  await settleAll();
  expect(await refusal()).toBe('open_ticket');
  expect(await refusal(await aMerged())).toBe('open_ticket');
  const solved: Ticket = { ...ticket, status: 'solved', version: 2 };
  const change = { of: ticketRecord, before: ticket, after: solved, events: [] };
  await recordStore(ticketRecord).save(change, aContext());
  await settleAll();
  expect(await refusal()).toBeUndefined();
});

it('the last rating decides, whatever was before', async () => {
  await keep(activityRecord, aRating(5, '2026-01-01T00:00:00.000Z'));
  await keep(activityRecord, aRating(1));
  await settleAll();
  expect(await refusal()).toBe('bad_rating');
  await keep(activityRecord, aRating(4));
  await settleAll();
  expect(await refusal()).toBeUndefined();
});

it('costs three reads side by side, however much there is', async () => {
  await Promise.all([1, 2, 3, 4].map((n) => keep(activityRecord, aRating(n + 1))));
  await settleAll();
  await refusal();
  resetMeter();
  await refusal();
  expect(meter.requests).toBe(3);
});
