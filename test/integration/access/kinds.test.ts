import { beforeAll, describe, expect, test } from 'vitest';
import { ben, monday } from '../../fixtures/ids.ts';
import { type Asked, ask } from '../../helpers/access-ask.ts';
import type { AccessKind } from '../../helpers/access-kind.ts';
import { accessKinds } from '../../helpers/access-kinds.ts';
import {
  hasPermission,
  may,
  ownerClasses,
  type Person,
  type RecordClass,
  recordClasses,
  verdictOnTrashed,
} from '../../helpers/access-oracle.ts';
import { type PersonName, personNamed, personNames } from '../../helpers/access-roles.ts';
import { useAccessWorld } from '../../helpers/access-standing.ts';
import { cid, eve, fresh, laterId, trashedId } from '../../helpers/access-world.ts';

beforeAll(useAccessWorld);

const cells = accessKinds.flatMap((one) =>
  personNames.map((name) => ({ ...one, one, name, person: personNamed(name) })),
);
const permission = { company: 'companies:read' } as Record<string, string>;
const reads = cells.filter(({ person, kind }) => hasPermission(person, permission[kind] ?? `${kind}s:read`));

const seen = ({ kind, classes = recordClasses }: AccessKind, person: Person) =>
  ownerClasses.filter((whose) => classes.includes(whose) && may(person, kind, 'read', whose));
const itemsOf = ({ body }: Asked) => (body as unknown as { items: { id: string }[] }).items;
async function idsOf(name: PersonName, operationId: string, query: Record<string, string>) {
  const asked = await ask(name, operationId, { query: { limit: '50', ...query } });
  expect({ status: asked.status, leaks: asked.leaks }).toEqual({ status: 200, leaks: [] });
  return itemsOf(asked)
    .map(({ id }) => id)
    .sort();
}
const owners: [string, RecordClass][] = [
  ['me', 'own'],
  [ben, 'teams'],
  [cid, 'others'],
  ['none', 'nobodys'],
  [eve, 'elsewhere'],
];

describe('records of a kind', () => {
  test.each(reads)(
    '$names, new and changed, are for $name exactly those in reach',
    async ({ one, name, person }) => {
      const expected = seen(one, person).map((whose) => laterId(one.kind, whose));
      for (const sort of ['created', 'updated'])
        expect(await idsOf(name, `list${one.names}`, { sort })).toEqual(expected);
    },
  );

  const owned = reads.filter(({ classes }) => classes === undefined);
  test.each(owned)('$names of one owner are for $name those in reach', async ({ one, name, person }) => {
    for (const [ownerId, owner] of owners) {
      const expected = seen(one, person).filter((whose) => whose === owner);
      expect(await idsOf(name, `list${one.names}`, { ownerId })).toEqual(
        expected.map((whose) => laterId(one.kind, whose)),
      );
    }
  });
});

describe('the trash', () => {
  test.each(reads)('shows $name of $names exactly those in reach', async ({ one, name, person }) => {
    const expected = seen(one, person).map((whose) => trashedId(one.kind, whose));
    expect(await idsOf(name, 'listTrash', { type: one.kind })).toEqual(expected);
  });

  test.each(cells)(
    'gives $name back, and purges, of $names what the oracle says',
    async ({ one, name, person }) => {
      for (const whose of one.classes ?? recordClasses)
        for (const [operationId, status] of [
          ['restoreRecord', 200],
          ['purgeRecord', 204],
        ] as const) {
          const recordId = await fresh(one.kind, whose, { ...one.plain, deletedAt: monday });
          const asked = await ask(name, operationId, { params: { recordId } });
          const verdict = verdictOnTrashed(person, one.kind, whose);
          const told = {
            whose,
            operationId,
            status: asked.status,
            code: asked.body?.code,
            leaks: asked.leaks,
          };
          const expected = verdict === 'ok' ? { status, code: undefined } : verdict;
          expect(told).toEqual({ whose, operationId, ...expected, leaks: [] });
        }
    },
  );
});
