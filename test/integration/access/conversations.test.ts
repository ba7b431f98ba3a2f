import { beforeAll, describe, expect, test } from 'vitest';
import { type Asked, ask } from '../../helpers/access-ask.ts';
import {
  hasPermission,
  may,
  type OwnerClass,
  ownerClasses,
  type Person,
  type RecordClass,
  seesActivity,
  unaskable,
} from '../../helpers/access-oracle.ts';
import { personNamed, personNames } from '../../helpers/access-roles.ts';
import { useAccessWorld } from '../../helpers/access-standing.ts';
import {
  aboutDealId,
  activityId,
  contactIds,
  dealId,
  mailIds,
  postIds,
  standing,
} from '../../helpers/access-world.ts';

beforeAll(useAccessWorld);

type Entry = { id: string; type?: string; fields?: object };
type Page = { items: Entry[]; cursor?: string };
const everyone = personNames.map((name) => ({ name, person: personNamed(name) }));
const who = (permission: string) => everyone.filter(({ person }) => hasPermission(person, permission));
const ids = (entries: Entry[]) => entries.map(({ id }) => id).sort();
const activities = ({ items }: Page) => ids(items.filter(({ type }) => type === 'activity'));
const pageOf = ({ body, status, leaks }: Asked): Page => {
  expect({ status, leaks }).toEqual({ status: 200, leaks: [] });
  return body as unknown as Page;
};

/** All activities of a contact, whoever wrote them, whatever deals they name. */
const ofContact = (contact: OwnerClass) =>
  [
    ...ownerClasses.flatMap((other) => [activityId(contact, other), aboutDealId(contact, other)]),
    mailIds[contact],
    postIds[contact],
  ].sort();

const ofDeal = (contact: OwnerClass, whose: OwnerClass) =>
  [aboutDealId(contact, whose), ...(contact === whose ? [mailIds[contact], postIds[contact]] : [])].sort();

describe('timelines', () => {
  test.each(who('contacts:read'))(
    'of contacts show $name the activities, where activities may be read at all',
    async ({ name, person }) => {
      for (const whose of ownerClasses.filter((one) => may(person, 'contact', 'read', one))) {
        const shown = hasPermission(person, 'activities:read') ? ofContact(whose) : [];
        const params = { contactId: contactIds[whose] };
        const page = pageOf(await ask(name, 'listContactTimeline', { params, query: { limit: '100' } }));
        expect(activities(page)).toEqual(shown);
        const { timeline } = (await ask(name, 'getContact', { params })).body as unknown as {
          timeline: Page;
        };
        expect(activities(timeline)).toEqual(shown);
      }
    },
  );
  test.each(who('deals:read'))(
    'of deals show $name the activities, where activities may be read at all',
    async ({ name, person }) => {
      for (const contact of ownerClasses)
        for (const whose of ownerClasses.filter((one) => may(person, 'deal', 'read', one))) {
          const shown = hasPermission(person, 'activities:read') ? ofDeal(contact, whose) : [];
          const params = { dealId: dealId(contact, whose) };
          expect(activities(pageOf(await ask(name, 'listDealTimeline', { params, query: {} })))).toEqual(
            shown,
          );
        }
    },
  );
});

describe('activities', () => {
  test.each(who('activities:read'))(
    'of a contact are for $name all of them, or none',
    async ({ name, person }) => {
      for (const whose of ownerClasses.filter((one) => may(person, 'contact', 'read', one))) {
        const query = { contactId: contactIds[whose], limit: '100' };
        expect(ids(pageOf(await ask(name, 'listActivities', { query })).items)).toEqual(ofContact(whose));
      }
    },
  );
  test.each(who('activities:read'))(
    'are read by $name where their contact or their deal is',
    async ({ name, person }) => {
      for (const contact of ownerClasses)
        for (const deal of ownerClasses) {
          const asked = await ask(name, 'getActivity', {
            params: { activityId: aboutDealId(contact, deal) },
          });
          const status = seesActivity(person, contact, [deal]) ? 200 : 404;
          expect({ contact, deal, status: asked.status, leaks: asked.leaks }).toEqual({
            contact,
            deal,
            status,
            leaks: [],
          });
        }
    },
  );

  type Told = { mail?: { from?: string }; submission?: { values?: object; differing?: object } };
  test.each(who('activities:read'))(
    'tell $name addresses and what was typed only where contacts are seen whole',
    async ({ name, person }) => {
      const seesContacts = hasPermission(person, 'contacts:read');
      const hidden = seesContacts ? unaskable(person, 'contact') : ['emails'];
      for (const whose of ownerClasses.filter((one) => seesActivity(person, one, [one]))) {
        const told = async (id: string) =>
          (await ask(name, 'getActivity', { params: { activityId: id } })).body as unknown as Told;
        expect((await told(mailIds[whose])).mail?.from === undefined).toBe(hidden.includes('emails'));
        const { submission } = await told(postIds[whose]);
        expect(submission?.values === undefined).toBe(hidden.length > 0);
        expect(submission?.differing === undefined).toBe(hidden.length > 0);
      }
    },
  );
});

const then = '2026-11-16T12:00:00.000Z';
const before = '2026-11-01T12:00:00.000Z';
const ruled = ['contact', 'deal', 'task'] as const;
const secretly = { contact: ['emails', 'phones', 'custom'], deal: ['amountCents'], task: ['note'] };
const dated = ruled.flatMap((kind) => everyone.map((one) => ({ ...one, kind })));
const named = (kind: string) => `${kind[0]?.toUpperCase()}${kind.slice(1)}`;
const isSeen = (person: Person, kind: (typeof ruled)[number], whose: RecordClass) =>
  hasPermission(person, `${kind}s:read`) && may(person, kind, 'read', whose);

describe('what was', () => {
  test.each(dated)(
    'of a $kind is for $name as it is now: out of reach is out of reach, hidden is hidden',
    async ({ name, person, kind }) => {
      for (const whose of [...ownerClasses, 'elsewhere'] as const) {
        const params = { [`${kind}Id`]: standing(kind, whose) };
        const was = await ask(name, `get${named(kind)}`, { params, query: { asOf: then } });
        const wasNot = await ask(name, `get${named(kind)}`, { params, query: { asOf: before } });
        const isOpen = hasPermission(person, `${kind}s:read`);
        expect([was.status, wasNot.status, was.leaks, wasNot.leaks]).toEqual(
          isOpen ? [isSeen(person, kind, whose) ? 200 : 404, 404, [], []] : [403, 403, [], []],
        );
      }
    },
  );
  test.each(dated)(
    'of a $kind in its history is for $name without what is hidden, and with what is not',
    async ({ name, person, kind }) => {
      for (const whose of ownerClasses.filter((one) => isSeen(person, kind, one))) {
        const params = { [`${kind}Id`]: standing(kind, whose) };
        const asked = pageOf(await ask(name, `list${named(kind)}History`, { params, query: {} }));
        const changed = asked.items.flatMap(({ changes, fields }: Entry & { changes?: object }) =>
          Object.keys(changes ?? fields ?? {}),
        );
        const shown = secretly[kind].filter((field) => !unaskable(person, kind).includes(field));
        expect(secretly[kind].filter((field) => changed.includes(field))).toEqual(shown);
      }
    },
  );
});

describe('what visitors typed', () => {
  test.each(who('activities:read'))(
    'is not in the history of a post for $name, who does not see contacts whole',
    async ({ name, person }) => {
      const isWhole = hasPermission(person, 'contacts:read') && unaskable(person, 'contact').length === 0;
      for (const whose of ownerClasses.filter((one) => seesActivity(person, one, [one]))) {
        const params = { activityId: postIds[whose] };
        const { items } = pageOf(await ask(name, 'listActivityHistory', { params, query: {} }));
        expect(items.some(({ fields = {} }) => 'submission' in fields)).toBe(isWhole);
      }
    },
  );
});

describe('the audit log', () => {
  const readers = who('audit:read');
  const texts = { accept: 'text/csv' };
  test.each(readers)(
    'tells $name of every change, and nothing of what is out of reach or hidden',
    async ({ name }) => {
      const seenIn = [...ownerClasses, 'elsewhere'] as const;
      for (const query of [
        {},
        ...seenIn.flatMap((whose) => ruled.map((kind) => ({ recordId: standing(kind, whose) }))),
      ])
        for (const headers of [{}, texts]) {
          const asked = await ask(name, 'listAudit', { query: query as Record<string, string>, headers });
          expect({ status: asked.status, leaks: asked.leaks }).toEqual({ status: 200, leaks: [] });
        }
    },
  );
});
