import { beforeEach, describe, expect, it } from 'vitest';
import { handler as activities } from '../../../functions/activities/api.ts';
import { contactTouchDue } from '../../../functions/due/reasons/contact-touch.ts';
import { createActivityRoute } from '../../../shared/activities/activity-routes.ts';
import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { DueEntry } from '../../../shared/core/due.ts';
import { newId } from '../../../shared/core/ids.ts';
import { whole } from '../../../shared/core/scope.ts';
import { meter, resetMeter } from '../../../shared/platform/meter.ts';
import { forgetContact } from '../../../shared/privacy/forget.ts';
import { forgetScoring } from '../../../shared/scoring/forget-scoring-store.ts';
import { scoreContact } from '../../../shared/scoring/lead-score-store.ts';
import { acme } from '../../fixtures/ids.ts';
import { call } from '../../helpers/call.ts';
import { aContext } from '../../helpers/context.ts';
import { readAll, settleAll } from '../../helpers/dynamo.ts';
import { keepRole } from '../../helpers/keep-role.ts';
import { aMergeWorld, aPerson, mergePersons, readPerson, unmergePerson } from '../../helpers/merge-world.ts';
import {
  changePerson,
  listPersons,
  plainRules,
  putRules,
  rescore,
  scoreAll,
  scoreOf,
} from '../../helpers/score-world.ts';

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const aMeeting = async (contactId: string, at: string, kind = 'meeting') => {
  const made = await call(activities, createActivityRoute, { body: { kind, contactId, at } });
  expect(made.status).toBe(201);
};
const versionsOf = async () =>
  Object.fromEntries(
    (await Array.fromAsync(readAll()))
      .filter(({ sk }) => sk === 'ASSESSED')
      .map(({ pk, version }) => [pk, version]),
  );

describe('a score', () => {
  aMergeWorld();
  beforeEach(async () => {
    expect((await putRules(plainRules)).status).toBe(200);
  });

  it('is what the rules say of the contact and of what they did, with its reasons', async () => {
    const id = await aPerson({ custom: { budget: 5000 }, emails: [{ address: 'ada@gmail.com' }] });
    await aMeeting(id, daysAgo(0.01));
    await aMeeting(id, daysAgo(10));
    await scoreAll();
    const { body } = await readPerson(id);
    expect(body).toMatchObject({
      score: 55,
      scoring: {
        score: 55,
        by: 'rules',
        reasons: [
          { name: 'Budget', points: 30 },
          { name: 'Met', points: 30, times: 2 },
          { name: 'Free mail', points: -5 },
        ],
      },
    });
    expect(body).not.toHaveProperty('scoring.reasons.0.of');
  });

  it('is in lists, their order and their filters like any field', async () => {
    const cold = await aPerson({ firstName: 'Cold' });
    const warm = await aPerson({ firstName: 'Warm', custom: { budget: 5000 } });
    const warmer = await aPerson({ firstName: 'Warmer', score: 40 });
    await scoreAll();
    const { body } = await listPersons({ sort: 'score', limit: '2' });
    expect(body.items.map(({ id, score }) => [id, score])).toEqual([
      [warmer, 40],
      [warm, 30],
    ]);
    const above = await listPersons({ filter: JSON.stringify({ score: { $gte: 30 } }), sort: 'score' });
    expect(above.body.items.map(({ id }) => id)).toEqual([warmer, warm]);
    const none = await listPersons({ filter: JSON.stringify({ score: { $exists: false } }) });
    expect(none.body.items.map(({ id }) => id)).toContain(cold);
  });

  it('stands behind one that somebody set, until that is cleared', async () => {
    const id = await aPerson({ custom: { budget: 5000 } });
    await scoreAll();
    expect((await changePerson(id, { score: 99 })).body.score).toBe(99);
    await scoreAll();
    expect((await readPerson(id)).body).toMatchObject({ score: 99, scoring: { score: 30 } });
    expect((await changePerson(id, { score: null })).body.score).toBe(30);
  });

  it('fails nobody’s If-Match when it moves', async () => {
    const id = await aPerson({});
    const { headers } = await readPerson(id);
    await aMeeting(id, daysAgo(1));
    await scoreAll();
    expect((await scoreOf(id)).score).toBeGreaterThan(0);
    const changed = await changePerson(
      id,
      { jobTitle: 'Analyst' },
      { headers: { 'if-match': headers.etag ?? '' } },
    );
    expect(changed.status).toBe(200);
  });

  it('is written where it is news, and then by one write and one transaction', async () => {
    const id = await aPerson({ custom: { budget: 5000 } });
    await scoreAll();
    const before = await versionsOf();
    await scoreAll();
    expect(await versionsOf()).toEqual(before);
    await aMeeting(id, daysAgo(0.5));
    await settleAll();
    resetMeter();
    await scoreContact(acme, id, new Date().toISOString());
    const { requests } = meter;
    expect(requests).toBeLessThanOrEqual(6); // two BatchGets, a Query, the write, a look at the rules, the contact
    expect((await scoreOf(id)).version).toBe(2);
  });

  it('counts less from day to day, and says when it will be another', async () => {
    const id = await aPerson({});
    await aMeeting(id, daysAgo(0.01));
    await scoreAll();
    const { score, nextAt = '' } = await scoreOf(id);
    expect(score).toBe(20);
    expect(Date.parse(nextAt) - Date.now()).toBeGreaterThan(0.9 * dayMs);
    await scoreContact(acme, id, nextAt);
    expect((await scoreOf(id)).score).toBe(19);
    const later = new Date(Date.now() + 10 * dayMs).toISOString();
    await scoreContact(acme, id, later);
    expect((await scoreOf(id)).score).toBe(10);
  });

  it('counts what was planned from when it has happened', async () => {
    const id = await aPerson({});
    const at = new Date(Date.now() + 3_600_000).toISOString();
    await aMeeting(id, at);
    await scoreAll();
    expect((await scoreOf(id)).score ?? 0).toBe(0);
    const later = new Date(Date.now() + 2 * 3_600_000).toISOString();
    await contactTouchDue({ workspaceId: acme, id } as DueEntry, later);
    expect((await scoreOf(id)).score).toBe(20);
  });

  it('follows the rules when they change', async () => {
    const id = await aPerson({ custom: { budget: 5000 } });
    await scoreAll();
    const [first] = plainRules.rules;
    expect((await putRules({ rules: [{ ...first, points: 70 }] })).status).toBe(200);
    await rescore(id);
    expect((await readPerson(id)).body.score).toBe(70);
  });

  it('is of all that were merged, and each has its own again when they are not', async () => {
    const [ada, eve] = [await aPerson({ custom: { budget: 5000 } }), await aPerson({ firstName: 'Eve' })];
    await aMeeting(eve, daysAgo(10));
    await scoreAll();
    expect((await readPerson(eve)).body.score).toBe(10);
    expect((await mergePersons(ada, [eve])).status).toBe(200);
    await scoreAll();
    expect((await readPerson(ada)).body.score).toBe(40);
    expect((await unmergePerson(ada, eve)).status).toBe(200);
    await scoreAll();
    expect((await readPerson(ada)).body.score).toBe(30);
    expect((await readPerson(eve)).body.score).toBe(10);
  });

  it('is the same whichever of two that reckon at once is first', async () => {
    const id = await aPerson({ custom: { budget: 5000 } });
    await settleAll();
    const now = new Date().toISOString();
    const tries = await Promise.allSettled([1, 2, 3].map(() => scoreContact(acme, id, now)));
    for (const one of tries)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'version_conflict' });
    expect(await scoreOf(id)).toMatchObject({ version: 1, score: 30 });
  });
});

describe('somebody who was erased', () => {
  aMergeWorld();

  it('has no score, and nothing is left of what was reckoned of them', async () => {
    await putRules({ ...plainRules, outcomeField: 'converted' });
    const id = await aPerson({ custom: { budget: 5000, origin: 'Fair' } });
    await changePerson(id, { custom: { converted: true } });
    await scoreAll();
    const contact = await contactStore.get(whole(acme), id);
    const erased = forgetContact(contact, aContext());
    await contactStore.save(erased as never, aContext());
    await forgetScoring(acme, id);
    await scoreAll();
    expect((await readPerson(id)).body).not.toHaveProperty('score');
    const left = await Array.fromAsync(readAll());
    const beside = left.filter(({ pk, sk }) => pk.endsWith(id) && /^(ASSESSED|OUTCOME)$/.test(sk));
    expect(beside).toHaveLength(2);
    expect(JSON.stringify(beside)).not.toMatch(/Budget|fair/);
    expect(left.filter(({ pk }) => pk.includes('#TRAINING#'))).toEqual([]);
  });
});

describe('what a role hides', () => {
  aMergeWorld();

  it('tells a key that reads no activities of none', async () => {
    await putRules(plainRules);
    const id = await aPerson({ custom: { budget: 5000 } });
    await aMeeting(id, daysAgo(0.01));
    await scoreAll();
    const key = { keyId: newId('key'), scopes: ['contacts:read'] };
    const { body } = await readPerson(id, key);
    expect(body.score).toBe(50);
    expect(body.scoring?.reasons.map(({ name }) => name)).toEqual(['Budget']);
  });

  it('is in no reason, and without the score there are none', async () => {
    await putRules(plainRules);
    const id = await aPerson({ custom: { budget: 5000 }, emails: [{ address: 'ada@gmail.com' }] });
    await scoreAll();
    const withoutBudget = await keepRole({ contact: { 'custom.budget': 'hidden' } });
    const shown = (await readPerson(id, withoutBudget)).body;
    expect(shown).toMatchObject({ score: 25, scoring: { reasons: [{ name: 'Free mail' }] } });
    const withoutScore = await keepRole({ contact: { score: 'hidden' } });
    const hidden = (await readPerson(id, withoutScore)).body;
    expect(hidden).not.toHaveProperty('score');
    expect(hidden).not.toHaveProperty('scoring');
    const asked = await putRules(plainRules, withoutBudget);
    expect(asked).toMatchObject({ status: 403, body: { code: 'field_forbidden' } });
  });
});
