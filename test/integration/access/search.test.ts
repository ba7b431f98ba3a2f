import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../../helpers/access-ask.ts';
import { accessKind, accessKinds } from '../../helpers/access-kinds.ts';
import { may, ownerClasses, type Person, unaskable } from '../../helpers/access-oracle.ts';
import { type PersonName, personNamed, personNames } from '../../helpers/access-roles.ts';
import { useAccessWorld } from '../../helpers/access-standing.ts';
import { contactIds, dealId, laterId, type Place, secretsOf, taskId } from '../../helpers/access-world.ts';

beforeAll(useAccessWorld);

const everyone = personNames.map((name) => ({ name, person: personNamed(name) }));
const said = accessKinds.filter(({ isUnsaid }) => !isUnsaid);
const kinds = ['contact', 'deal', 'task', ...said.map(({ kind }) => kind)] as const;
/** The most that one search answers. */
const most = 50;
type Items = { items: { type: string; record: { id: string } }[] };
async function found(name: PersonName, query: Record<string, string>) {
  const asked = await ask(name, 'search', { query: { limit: `${most}`, ...query } });
  expect({ status: asked.status, leaks: asked.leaks }).toEqual({ status: 200, leaks: [] });
  return (asked.body as unknown as Items).items.map(({ record }) => record.id).sort();
}

const classesOf = (kind: string) => {
  const { classes = ownerClasses } = accessKind(kind) ?? {};
  return ownerClasses.filter((whose) => classes.includes(whose));
};
const seen = (person: Person, kind: (typeof kinds)[number]) =>
  classesOf(kind).filter((whose) => may(person, kind, 'read', whose));
function inReach(person: Person, kind: (typeof kinds)[number]): string[] {
  const owners = seen(person, kind);
  if (kind === 'contact') return owners.map((whose) => contactIds[whose]);
  if (kind !== 'deal' && kind !== 'task') return owners.map((whose) => laterId(kind, whose));
  const id = kind === 'deal' ? dealId : taskId;
  return ownerClasses.flatMap((contact) => owners.map((whose) => id(contact, whose)));
}

type Expected = [query: Record<string, string>, ids: string[]];
/** Searches by what a role may hide, with what they are to find. */
function bySecret(person: Person, whose: Place): Expected[] {
  const { emails, phones } = secretsOf.contact(whose);
  const contact = may(person, 'contact', 'read', whose) ? [contactIds[whose]] : [];
  const isShown = (kind: 'contact' | 'task', field: string) => !unaskable(person, kind).includes(field);
  const tasks =
    may(person, 'task', 'read', whose) && isShown('task', 'note')
      ? ownerClasses.map((of) => taskId(of, whose)).sort()
      : [];
  return [
    [{ q: emails }, isShown('contact', 'emails') ? contact : []],
    [{ q: phones }, isShown('contact', 'phones') ? contact : []],
    [{ q: secretsOf.task(whose).note, types: 'task' }, tasks],
  ];
}

describe('a search', () => {
  test.each(everyone)(
    'finds for $name exactly what is in reach, of each kind and of all',
    async ({ name, person }) => {
      for (const type of kinds)
        expect(await found(name, { q: 'mark', types: type })).toEqual(inReach(person, type).sort());
      const all = kinds.flatMap((kind) => inReach(person, kind)).sort();
      for (const q of ['mark', 'MAR', 'mrak']) {
        const some = await found(name, { q });
        expect(some).toHaveLength(Math.min(all.length, most));
        expect(all).toEqual(expect.arrayContaining(some));
      }
    },
  );

  test.each(everyone)('by a field that a role may hide is for $name as the oracle says', async (one) => {
    for (const whose of [...ownerClasses, 'elsewhere'] as const)
      for (const [query, expected] of bySecret(one.person, whose))
        expect(await found(one.name, query)).toEqual(expected);
  });
});
