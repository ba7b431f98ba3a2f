import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bouncingAs } from '../../../shared/contacts/bounces.ts';
import { type Contact, contactRecord } from '../../../shared/contacts/contact.ts';
import { contactMerging } from '../../../shared/contacts/contact-merging.ts';
import { canonical } from '../../../shared/core/canonical.ts';
import { mergeInto, takeOut } from '../../../shared/records/merging/merge.ts';
import { aContact } from '../../fixtures/contact.ts';
import { noon } from '../../fixtures/ids.ts';

const kind = { of: contactRecord, joining: contactMerging.joining };
const ids = [
  'ct_01K0000000000000000000000A',
  'ct_01K0000000000000000000000B',
  'ct_01K0000000000000000000000C',
];
const word = fc.constantFrom('x', 'y', 'z');
const consent = fc.record({ status: fc.constantFrom('granted', 'withdrawn'), at: fc.constantFrom(noon) });
const some = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const anyFields = fc.record({
  firstName: some(word),
  jobTitle: some(word),
  score: some(fc.integer({ min: 0, max: 3 })),
  lifecycle: fc.constantFrom('lead', 'qualified', 'customer', 'former'),
  tags: fc.uniqueArray(word, { maxLength: 3 }),
  custom: fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 2 })),
  consents: fc.dictionary(fc.constantFrom('calls', 'mail'), consent),
  externalId: some(fc.constantFrom('1', '2', '3')),
});
type Fields = typeof anyFields extends fc.Arbitrary<infer F> ? F : never;
const people = (all: Fields[]): [Contact, ...Contact[]] =>
  all.map((fields, n) =>
    aContact({
      ...(fields as Partial<Contact>),
      id: ids[n] ?? '',
      emails: [{ address: `${n}@x.example`, key: `${n}@x.example` }],
      externalId: fields.externalId && `${n}${fields.externalId}`, // no two records of a workspace have one
    }),
  ) as [Contact, ...Contact[]];
const plain = ({ version: _, updatedAt: __, ...record }: object & { version: number; updatedAt: string }) =>
  canonical(record);
const keys = (one: Contact) =>
  contactRecord
    .unique(one)
    .map(({ name, value }) => `${name} ${value}`)
    .toSorted();

/** A survivor and those that are merged into it at the moment, by id. */
type World = { survivor: Contact; gone: Map<string, Contact> };
const take = ({ survivor, gone }: World, group: Contact[]): World => {
  const { after, changes } = mergeInto(kind, [survivor, ...group], {}, noon);
  const went = changes.slice(1).map((change) => change.after as unknown as Contact);
  return { survivor: after, gone: new Map([...gone, ...went.map((one) => [one.id, one] as const)]) };
};
const release = ({ survivor, gone }: World, id: string): World & { record: Contact } => {
  const record = gone.get(id) as Contact;
  const still = [...gone.values()].filter((one) => one.id !== id);
  const apart = takeOut(kind, { survivor, record, still }, noon);
  return { survivor: apart.survivor, record: apart.record, gone: new Map(still.map((one) => [one.id, one])) };
};

type Known = Map<string, string | undefined>;
/** Once mail told something of mailboxes, of those that the survivor has; `known` is what was last told of each. */
function toldOf(
  { survivor, gone }: World,
  news: { n: number; at: string | undefined }[],
  known: Known,
): World {
  const told = news.map(({ n, at }) => ({ key: `${n}@x.example`, bouncedAt: at }));
  for (const { key, bouncedAt } of told)
    if (survivor.emails.some((email) => email.key === key)) known.set(key, bouncedAt);
  return { survivor: { ...survivor, emails: bouncingAs(survivor.emails, told) }, gone };
}

describe('merging and taking apart again, whatever the records hold', () => {
  it('gives every record back as it was, in whatever order they come and go', () => {
    const order = fc.shuffledSubarray([1, 2, 3], { minLength: 3 });
    const four = fc.tuple(anyFields, anyFields, anyFields, anyFields);
    fc.assert(
      fc.property(four, fc.boolean(), order, order, (all, atOnce, comes, goes) => {
        const [a, ...others] = people(all);
        const of = (n: number) => others[n - 1] as Contact;
        const groups = atOnce ? [comes.map(of)] : comes.map((n) => [of(n)]);
        let world: World = groups.reduce(take, { survivor: a, gone: new Map() });
        expect(keys(world.survivor)).toEqual([a, ...others].flatMap(keys).toSorted());
        for (const n of goes) {
          const next = release(world, of(n).id);
          expect(plain(next.record)).toBe(plain(of(n)));
          world = next;
        }
        expect(plain(world.survivor)).toBe(plain(a));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves with the one that stays what was written since, and nothing of those that go', () => {
    const [a, b, c] = people([
      { tags: ['x'] },
      { tags: ['y'], jobTitle: 'y' },
      { tags: ['y', 'z'] },
    ] as Fields[]);
    const both = [b, c].reduce((world, one) => take(world, [one as Contact]), {
      survivor: a,
      gone: new Map(),
    } as World);
    const edited = { ...both.survivor, tags: ['z', 'x', 'new'], jobTitle: 'new' };
    const without = release({ ...both, survivor: edited }, (b as Contact).id);
    expect(without.survivor).toMatchObject({ tags: ['z', 'x', 'new'], jobTitle: 'new' });
    const alone = release(without, (c as Contact).id).survivor;
    expect(alone).toMatchObject({ tags: ['x', 'new'], jobTitle: 'new' });
    expect(alone.mergedFields).toBeUndefined();
  });

  it('lets what is known of a mailbox hold for all that have it, in whatever order they come and go', () => {
    const order = fc.shuffledSubarray([1, 2, 3], { minLength: 3 });
    const told = fc.array(fc.record({ n: fc.nat(3), after: fc.nat(5), at: some(fc.constant(noon)) }));
    const four = fc.tuple(anyFields, anyFields, anyFields, anyFields);
    fc.assert(
      fc.property(four, order, order, told, (all, comes, goes, news) => {
        const [a, ...others] = people(all);
        const of = (n: number) => others[n - 1] as Contact;
        const known: Known = new Map();
        const tell = (world: World, step: number) =>
          toldOf(
            world,
            news.filter(({ after }) => after === step),
            known,
          );
        let world: World = { survivor: a, gone: new Map() };
        let step = 0;
        for (const n of comes) world = tell(take(world, [of(n)]), step++);
        for (const n of goes) {
          const next = release(world, of(n).id);
          for (const { key, bouncedAt } of next.record.emails) expect(bouncedAt).toBe(known.get(key));
          expect(next.record.emails.map(({ key }) => key)).toEqual(of(n).emails.map(({ key }) => key));
          world = tell(next, step++);
        }
        expect(world.survivor.emails.map(({ key, bouncedAt }) => [key, bouncedAt])).toEqual(
          a.emails.map(({ key }) => [key, known.get(key)]),
        );
        expect(world.survivor.mergedFields).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it('makes room for who stays where one goes, though mail told of an address meanwhile', () => {
    const [a, b, c] = people([{}, {}, {}] as Fields[]);
    const many = (name: string) =>
      Array.from({ length: 6 }, (_, n) => ({
        address: `${name}${n}@x.example`,
        key: `${name}${n}@x.example`,
      }));
    const [own, others] = [{ ...a, emails: many('a') }, [{ ...b, emails: many('b') }, c]] as [
      Contact,
      Contact[],
    ];
    const both = take({ survivor: own, gone: new Map() }, others);
    expect(both.survivor.emails).toHaveLength(10); // none of the third's
    const [first, ...rest] = both.survivor.emails;
    const told = { ...both.survivor, emails: [{ ...first, bouncedAt: noon }, ...rest] } as Contact;
    const { survivor } = release({ ...both, survivor: told }, (b as Contact).id);
    expect(survivor.emails).toEqual([
      { ...own.emails[0], bouncedAt: noon },
      ...own.emails.slice(1),
      ...(c as Contact).emails,
    ]);
  });

  it('never grants what anybody withdrew, and never lowers how far they have come', () => {
    fc.assert(
      fc.property(fc.tuple(anyFields, anyFields, anyFields), (all) => {
        const { survivor } = take({ survivor: people(all)[0], gone: new Map() }, people(all).slice(1));
        const withdrawn = all.flatMap(({ consents }) =>
          Object.entries(consents).flatMap(([purpose, { status }]) =>
            status === 'withdrawn' ? [purpose] : [],
          ),
        );
        for (const purpose of withdrawn) expect(survivor.consents[purpose]?.status).toBe('withdrawn');
        expect(survivor.score).toBe(
          all.reduce<number | undefined>(
            (most, { score }) => (score === undefined ? most : Math.max(most ?? 0, score)),
            undefined,
          ),
        );
      }),
    );
  });
});
