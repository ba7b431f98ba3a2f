import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { RolePolicy } from '../../../shared/core/policy.ts';
import type { Key } from '../../../shared/core/projection.ts';
import { recordKey } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { teamMemberKey } from '../../../shared/core/scoped-list.ts';
import { db, tableName } from '../../../shared/platform/dynamo.ts';
import { projectionStore } from '../../../shared/platform/projection-store.ts';
import { projector } from '../../../shared/platform/projector.ts';
import { projections } from '../../../shared/projections/registry.ts';
import { folded } from '../../../shared/search/fold.ts';
import { matchOf } from '../../../shared/search/search-match.ts';
import { termsOf } from '../../../shared/search/search-query.ts';
import { search } from '../../../shared/search/search-store.ts';
import { type SearchedKind, searchKinds, type Text } from '../../../shared/search/searchable.ts';
import { searchedKinds } from '../../../shared/search/searched-kinds.ts';
import { aContact } from '../../fixtures/contact.ts';
import { aDeal } from '../../fixtures/deal.ts';
import { acme, ann, ben } from '../../fixtures/ids.ts';
import { aTask } from '../../fixtures/task.ts';
import { aPolicy, everyVerb } from '../../helpers/access-policies.ts';
import { newTable } from '../../helpers/dynamo.ts';
import { atOnce, findings, runs } from '../../helpers/projections/findings.ts';
import { putItem } from '../../helpers/put-item.ts';

const cara = 'us_01K0000000000000000000CARA';
const sales = 'tm_01K000000000000000000SA1ES';
const words = [
  'Müller',
  'Mueller',
  'Lovelace',
  'José',
  'Joel',
  'Strauß',
  'Kjær',
  '李',
  'Ada',
  'Engine',
  'Goethe',
  '2027',
  'Ann-Kathrin',
];

type Step = {
  kind: (typeof made)[number];
  n: number;
  owner: string | undefined;
  said: string[];
  gone: boolean;
};
const made = ['contact', 'deal', 'task'] as const;
const aStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...made),
  n: fc.nat({ max: 3 }),
  owner: fc.constantFrom(ann, ben, cara, undefined),
  said: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
  gone: fc.nat({ max: 4 }).map((n) => n === 0),
});

const prefix = { contact: 'ct', deal: 'dl', task: 'tk' };
const idOf = (kind: Step['kind'], n: number) => `${prefix[kind]}_01K${String(n).padStart(23, '0')}`;
const recordOf = ({ kind, n, owner: ownerId, said }: Step) => {
  const id = idOf(kind, n);
  const [first = '', ...rest] = said;
  const address = `${said.join('.')}@mail.example`;
  if (kind === 'deal') return aDeal({ id, ownerId, name: said.join(' ') });
  if (kind === 'task') return aTask({ id, ownerId, title: first, note: rest.join(' ') || undefined });
  return aContact({
    id,
    ownerId,
    firstName: first,
    lastName: rest[0],
    company: rest[1],
    emails: [{ address, key: address }],
    phones: [{ number: `+49301234${n}${said.length}` }],
  });
};

/** What a search may answer, by the records alone. */
type There = { id: string; kind: SearchedKind; ownerId: string | undefined; texts: Text[] };
const there = new Map<string, There>();
let version = 0;
async function write(step: Step): Promise<Key> {
  const { kind, n, owner: ownerId, gone } = step;
  const id = idOf(kind, n);
  const key = recordKey(acme, kind, id);
  if (gone) {
    there.delete(id);
    await db.send(new DeleteCommand({ TableName: tableName(), Key: key }));
  } else {
    const record = recordOf(step);
    const texts = searchedKinds[kind].textsOf(record as never);
    there.set(id, { id, kind, ownerId, texts });
    await putItem({ ...record, ...key, version: ++version });
  }
  return key;
}

const searchers: [string, RolePolicy, (owner: string | undefined) => boolean][] = [
  [
    'everything',
    aPolicy({ contact: everyVerb('all'), deal: everyVerb('all'), task: everyVerb('all') }),
    () => true,
  ],
  [
    'one’s own',
    aPolicy({ contact: everyVerb('own'), deal: everyVerb('own'), task: everyVerb('own') }),
    (owner) => owner === ann,
  ],
  [
    'the team’s and nobody’s',
    aPolicy({
      contact: everyVerb('team', true),
      deal: everyVerb('team', true),
      task: everyVerb('team', true),
    }),
    (owner) => owner !== cara,
  ],
];
const scopeOf = (policy: RolePolicy) => {
  const rights = { roles: [policy], teamIds: [sales], circle: new Set([ann, ben]) };
  return within({ kind: 'user', workspaceId: acme, id: ann, permissions: [], rights });
};

/** Every way to get one letter of a word wrong, one of them at a time. */
function mistyped(word: string, at: number, how: number): string {
  const letters = [...word];
  const i = at % letters.length;
  if (how === 0) letters.splice(i, 1);
  if (how === 1) letters.splice(i, 0, 'q');
  if (how === 2) letters[i] = letters[i] === 'q' ? 'z' : 'q';
  const [a = '', b = ''] = letters.slice(i, i + 2);
  if (how === 3 && b) letters.splice(i, 2, b, a);
  return letters.join('');
}
/** A typo is forgiven in words of which the index keeps four letters: Joel is kept as `jol`. */
const longWords = words.filter((word) => folded(word).length > 3);
const aQuery = fc.oneof(
  fc.constantFrom(...words),
  fc.tuple(fc.constantFrom(...words), fc.nat(8)).map(([word, n]) => word.slice(0, n + 2)),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map((two) => two.join(' ')),
  fc
    .tuple(fc.constantFrom(...longWords), fc.nat(9), fc.nat(3))
    .map(([word, at, how]) => mistyped(word, at, how)),
  fc.constantFrom('1234', '030 12340', '+4930123412', 'mail.example', 'Ada.Jos', 'lovelace@mail.example'),
);

beforeAll(async () => {
  await newTable({ stream: false });
  for (const member of [ann, ben])
    await putItem({ ...teamMemberKey(acme, member), recordId: sales, version: `${member}@1` });
});

type Searcher = (typeof searchers)[number];
async function expectRight(q: string, [, policy, inReach]: Searcher): Promise<void> {
  const terms = termsOf(q);
  const { items } = await search(scopeOf(policy), { terms, kinds: searchKinds, limit: 50 });
  const found = items.map(({ record }) => record.id);
  const near = [...there.values()].flatMap(({ id, ownerId, texts }) => {
    const match = inReach(ownerId) ? matchOf(terms, texts) : undefined;
    return match ? [{ id, match }] : [];
  });
  const ids = (some: typeof near) => some.map(({ id }) => id);
  const typed = near.filter(({ match }) => match.worst > 1);
  expect(ids(near), q).toEqual(expect.arrayContaining(found));
  expect(found, q).toEqual(expect.arrayContaining(ids(typed)));
  // A typo of a name is forgiven where nothing is found as it was typed.
  const isNamed = ({ match }: (typeof near)[number]) =>
    match.matched.every(({ field }) => /name|company|title/i.test(field));
  if (typed.length === 0 && /^[\p{L}]{4,}$/u.test(q))
    expect(found, q).toEqual(expect.arrayContaining(ids(near.filter(isNamed))));
}

test(
  'after any writes the index is what the records say, and a search finds what is in reach, all of it and nothing else',
  async () => {
    const settle = projector(projectionStore, projections, atOnce);
    const steps = fc.array(aStep, { minLength: 4, maxLength: 16 });
    const queries = fc.array(aQuery, { minLength: 4, maxLength: 10 });
    const property = fc.asyncProperty(steps, queries, async (writes, asked) => {
      for (const step of writes) await settle([await write(step)]);
      expect(await findings()).toEqual([]);
      for (const q of asked) for (const searcher of searchers) await expectRight(q, searcher);
    });
    await fc.assert(property, { numRuns: runs });
  },
  60_000 + runs * 5_000,
);
