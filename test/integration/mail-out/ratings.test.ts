import { beforeEach, describe, expect, it } from 'vitest';
import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler } from '../../../functions/mail/api.ts';
import type { Activity } from '../../../shared/activities/activity.ts';
import { contactRecord } from '../../../shared/contacts/contact.ts';
import { listContactTimelineRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import {
  getContactRatingsRoute,
  getRatingPageRoute,
  giveRatingRoute,
} from '../../../shared/ratings/rating-routes.ts';
import { ratingLinks } from '../../../shared/ratings/rating-store.ts';
import { aContact } from '../../fixtures/contact.ts';
import { acme, contactId, globex, monday, noon } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { settleAll } from '../../helpers/dynamo.ts';
import { keep } from '../../helpers/keep.ts';
import { allActivities, eventsOf, useOutgoing } from './outgoing.ts';

beforeEach(() => useOutgoing());

const aboutId = newId('ticket');
async function tokenOf(score: number, asked = contactId, about = aboutId): Promise<string> {
  const links = await ratingLinks(acme, { contactId: asked, aboutId: about }, noon);
  return links[score - 1]?.url.split('/').at(-1) ?? '';
}
const see = (token: string, now = noon) => call(handler, getRatingPageRoute, { params: { token }, now });
const give = (token: string, comment?: string, now = noon) =>
  call(handler, giveRatingRoute, {
    ...{ params: { token }, now },
    rawBody: comment === undefined ? '' : new URLSearchParams({ comment }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const kept = async () => (await allActivities()) as unknown as Activity[];

describe('a link to rate', () => {
  it('stores nothing when it is opened', async () => {
    const { status, headers } = await see(await tokenOf(5));
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/script-src 'sha256-/);
    expect(await kept()).toEqual([]);
  });

  it('makes one rating of the contact, whatever is chosen, however often, and by whom at once', async () => {
    const [good, bad] = [await tokenOf(4), await tokenOf(1)];
    await Promise.all([give(good), give(good), give(good)]);
    expect(await eventsOf('rating.given')).toMatchObject([{ data: { contactId, aboutId } }]);
    await give(good, 'Kind');
    await give(bad);
    const all = await kept();
    expect(all).toMatchObject([{ kind: 'rating', text: 'Kind', rating: { score: 1, ticketId: aboutId } }]);
    expect(await eventsOf('rating.given')).toHaveLength(2);
    await settleAll();
    const ask = { params: { contactId } };
    expect((await call(contacts, getContactRatingsRoute, ask)).body).toMatchObject({
      average: 1,
      items: [{ activityId: all[0]?.id, score: 1 }],
    });
    expect((await call(contacts, listContactTimelineRoute, ask)).body.items[0]).toMatchObject({
      activity: { kind: 'rating', score: 1 },
    });
    const there = { ...ask, workspaceId: globex };
    expect((await call(contacts, getContactRatingsRoute, there)).status).toBe(404);
  });

  it('takes as many words as its page lets one write, lines and all, and keeps them where nothing more is said', async () => {
    const words = `${'a'.repeat(99)}\n`.repeat(20).trimEnd();
    const page = words.padEnd(2000, 'b');
    expect((await give(await tokenOf(4), page.replaceAll('\n', '\r\n'))).status).toBe(200); // as browsers send lines
    expect(await kept()).toMatchObject([{ text: page, rating: { score: 4 } }]);
    expect((await give(await tokenOf(2), ' ')).status).toBe(200);
    expect(await kept()).toMatchObject([{ text: page, rating: { score: 2 } }]);
  });

  it('is of one score, one contact and one thing, and ends after 90 days', async () => {
    const token = await tokenOf(1);
    const [ws, ct, about, , ...rest] = token.split('.');
    expect((await give([ws, ct, about, 5, ...rest].join('.'))).body).toMatchObject({
      code: 'rating_link_invalid',
    });
    expect((await see(token, '2027-02-20T23:00:00.000Z')).status).toBe(200);
    expect(await see(token, '2027-03-01T00:00:00.000Z')).toMatchObject({ status: 410 });
    expect(await kept()).toEqual([]);
  });

  it('rates for whom the contact was merged into, and nobody that is gone', async () => {
    const [merged, trashed] = [newId('contact'), newId('contact')];
    await keep(contactRecord, aContact({ id: merged, emails: [], deletedAt: monday, mergedInto: contactId }));
    await keep(contactRecord, aContact({ id: trashed, emails: [], deletedAt: monday }));
    await give(await tokenOf(3, merged));
    expect(await kept()).toMatchObject([{ contactId, rating: { score: 3 } }]);
    expect((await give(await tokenOf(3, trashed))).status).toBe(404);
  });
});
