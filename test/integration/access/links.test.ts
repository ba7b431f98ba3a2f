import { beforeAll, describe, expect, test } from 'vitest';
import { ben } from '../../fixtures/ids.ts';
import { type Asked, ask } from '../../helpers/access-ask.ts';
import {
  hasPermission,
  hidden,
  locked,
  may,
  type OwnerClass,
  ownerClasses,
  type Person,
  type RecordClass,
  recordClasses,
  type Verdict,
  verdictOn,
  verdictOnActivity,
  verdictOnGift,
} from '../../helpers/access-oracle.ts';
import { personNamed, personNames } from '../../helpers/access-roles.ts';
import { useAccessWorld } from '../../helpers/access-standing.ts';
import {
  cid,
  contactIds,
  eve,
  type FreshKind,
  fresh,
  neverId,
  secretsOf,
  standing,
} from '../../helpers/access-world.ts';

beforeAll(useAccessWorld);

const everyone = personNames.map((name) => ({ name, person: personNamed(name) }));
const told = ({ status, body, leaks }: Asked) =>
  [status < 400 ? 'ok' : `${status} ${body.code}`, ...leaks].join('; ');
const said = (verdict: Verdict) => (verdict === 'ok' ? 'ok' : `${verdict.status} ${verdict.code}`);
const ruled = ['contact', 'deal', 'task'] as const;
type Ruled = (typeof ruled)[number];
const patchOf = (kind: FreshKind) => `patch${kind[0]?.toUpperCase()}${kind.slice(1)}`;
const patch = async (name: (typeof personNames)[number], kind: FreshKind, whose: RecordClass, body: object) =>
  ask(name, patchOf(kind), { params: { [`${kind}Id`]: await fresh(kind, whose) }, body });
const kinds = ruled.flatMap((kind) => everyone.map((one) => ({ ...one, kind })));

const givenTo: [RecordClass, string | null][] = [
  ['teams', ben],
  ['others', cid],
  ['nobodys', null],
  ['elsewhere', eve],
  ['never', neverId('user')],
];
describe('handing on', () => {
  test.each(kinds)(
    'a $kind is for $name as the oracle says, whosever it is and whoever gets it',
    async ({ name, person, kind }) => {
      for (const whose of ownerClasses)
        for (const [to, ownerId] of givenTo) {
          const answer = told(await patch(name, kind, whose, { ownerId }));
          expect({ whose, to, answer }).toEqual({
            whose,
            to,
            answer: said(verdictOnGift(person, kind, whose, to)),
          });
        }
    },
  );
});

const unknown = '400 reference_unknown';
/** What names a record that is out of sight names none. */
const afterwards = (verdict: Verdict, sees: boolean) => (verdict === 'ok' && !sees ? unknown : said(verdict));
const sees = (person: Person, kind: Ruled, whose: RecordClass) => may(person, kind, 'read', whose);

describe('naming a record', () => {
  const referring = [
    ['deal', 'contact'],
    ['task', 'contact'],
    ['task', 'deal'],
  ] as const;
  test.each(everyone)('that is out of sight is for $name naming none', async ({ name, person }) => {
    for (const [kind, to] of referring)
      for (const whose of recordClasses) {
        const body = { [`${to}Id`]: standing(to, whose) };
        const answer = told(await patch(name, kind, 'own', body));
        const verdict = verdictOn(person, kind, 'edit', 'own', Object.keys(body));
        const isThere = to === 'contact' && whose === 'own'; // what it names already is no news
        expect({ kind, to, whose, answer }).toEqual({
          kind,
          to,
          whose,
          answer: afterwards(verdict, isThere || sees(person, to, whose)),
        });
      }
  });
  test.each(everyone)('is for $name the same where a record is made', async ({ name, person }) => {
    for (const whose of recordClasses) {
      const task = await ask(name, 'createTask', {
        body: { title: 'Call', dealId: standing('deal', whose) },
      });
      const create = hasPermission(person, 'tasks:create')
        ? 'ok'
        : { status: 403, code: 'permission_missing' };
      expect(told(task)).toBe(afterwards(create, sees(person, 'deal', whose)));
      const note = { kind: 'note', contactId: contactIds.own, dealIds: [standing('deal', whose)] };
      const logs = hasPermission(person, 'activities:create')
        ? 'ok'
        : { status: 403, code: 'permission_missing' };
      const seesBoth = sees(person, 'deal', whose) && sees(person, 'contact', 'own');
      expect(told(await ask(name, 'createActivity', { body: note }))).toBe(afterwards(logs, seesBoth));
    }
  });
  test.each(everyone)('an activity’s deals are for $name those in sight', async ({ name, person }) => {
    for (const whose of recordClasses) {
      const answer = told(await patch(name, 'activity', 'own', { dealIds: [standing('deal', whose)] }));
      const verdict = verdictOnActivity(person, 'edit', { author: 'own', contact: 'own' });
      expect(answer).toBe(afterwards(verdict, sees(person, 'deal', whose)));
    }
  });
});

/** Who holds an address, where one sees that they have it. */
const holderSeenBy = (person: Person, whose: OwnerClass) =>
  sees(person, 'contact', whose) && !hidden(person, 'contact', whose).includes('emails')
    ? contactIds[whose]
    : undefined;

describe('a conflict', () => {
  const makers = everyone
    .filter(({ person }) => hasPermission(person, 'contacts:create'))
    .filter(({ person }) => !locked(person, 'contact', 'create', 'own').includes('emails'));
  test.each(makers)(
    'tells $name who has an address only where they see that they have it',
    async ({ name, person }) => {
      for (const whose of ownerClasses) {
        const emails = [{ address: secretsOf.contact(whose).emails }];
        const { status, body } = await ask(name, 'createContact', { body: { emails } });
        expect({ status, existingId: body.existingId }).toEqual({
          status: 409,
          existingId: holderSeenBy(person, whose),
        });
        const own = await patch(name, 'contact', 'own', { emails });
        if (own.status === 409) expect(own.body.existingId).toBe(holderSeenBy(person, whose));
      }
    },
  );
  test('is none with an address of another workspace', async () => {
    const emails = [{ address: secretsOf.contact('elsewhere').emails }];
    expect(await ask('admin', 'createContact', { body: { emails } })).toMatchObject({ status: 201 });
  });
});

const values: Record<Ruled, Record<string, unknown>> = {
  contact: {
    emails: [],
    phones: [],
    jobTitle: 'Baker',
    custom: { budget: 1 },
    company: null,
    firstName: 'Eda',
  },
  deal: { amountCents: null, contactId: null, name: 'Mill' },
  task: { note: null, title: 'Call' },
};
describe('fields', () => {
  test.each(kinds)(
    'of a $kind are set by $name where they may be set, one by one',
    async ({ name, person, kind }) => {
      for (const whose of ownerClasses)
        for (const [field, value] of Object.entries(values[kind])) {
          const answer = told(await patch(name, kind, whose, { [field]: value }));
          const verdict = verdictOn(person, kind, 'edit', whose, [field]);
          expect({ whose, field, answer }).toEqual({ whose, field, answer: said(verdict) });
        }
    },
  );
  test.each(kinds)(
    'of a $kind that $name may not set are not told by whether a value is the same',
    async ({ name, person, kind }) => {
      if (kind !== 'deal' || !locked(person, kind, 'edit', 'own').includes('amountCents')) return;
      for (const amountCents of [Number(secretsOf.deal('own').amountCents), 1]) {
        const answer = told(await patch(name, kind, 'own', { amountCents }));
        expect(answer).toBe(said(verdictOn(person, kind, 'edit', 'own', ['amountCents'])));
      }
    },
  );
});
