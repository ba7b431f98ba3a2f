import { beforeAll, describe, expect, test } from 'vitest';
import { openApiDocument } from '../../../infra/openapi/document.ts';
import { allRoutes } from '../../../infra/openapi/write.ts';
import { type Asked, ask, operations } from '../../helpers/access-ask.ts';
import type { Door, Trial } from '../../helpers/access-doors.ts';
import type { RecordClass, Verdict } from '../../helpers/access-oracle.ts';
import { doors } from '../../helpers/access-registry.ts';
import { type PersonName, personNamed, personNames } from '../../helpers/access-roles.ts';
import { useAccessWorld } from '../../helpers/access-standing.ts';

beforeAll(async () => {
  await useAccessWorld();
});

type Document = { paths: Record<string, Record<string, { operationId: string }>> };
const documented = Object.values((openApiDocument(allRoutes()) as Document).paths).flatMap((methods) =>
  Object.values(methods).map(({ operationId }) => operationId),
);

describe('the registry of doors', () => {
  test('has a row for every operation of the OpenAPI document, so that no new door is forgotten', () => {
    const without = documented.filter((operationId) => !Object.hasOwn(doors, operationId));
    const where = 'Say who may pass in one of test/helpers/access-doors-*.ts';
    expect(without, where).toEqual([]);
  });
  test('has no row for what is no operation', () =>
    expect(Object.keys(doors).filter((operationId) => !documented.includes(operationId))).toEqual([]));
  test('and the document agree on which doors nobody guards', () => {
    const open = operations
      .filter(({ route }) => route.access === 'public')
      .map(({ operationId }) => operationId);
    const said = Object.entries(doors).flatMap(([operationId, { kind }]) =>
      kind === 'unguarded' ? [operationId] : [],
    );
    expect(said.sort()).toEqual(open.sort());
  });
});

/** Each operation whose door is of a kind, with everybody. */
const cellsOf = <K extends Door['kind']>(kind: K) =>
  operations.flatMap(({ operationId, route }) => {
    const door = Object.hasOwn(doors, operationId) ? doors[operationId] : undefined;
    if (door?.kind !== kind) return [];
    const of = door as Extract<Door, { kind: K }>;
    return personNames.map((name) => ({ operationId, route, door: of, name }));
  });

const refusal = (verdict: Exclude<Verdict, 'ok'>) => `${verdict.status} ${verdict.code}`;
const shown = (verdict: Verdict, whose: RecordClass, door: Trial, promised: number): string => {
  if (verdict !== 'ok') return refusal(verdict);
  if (door.open) return refusal(door.open);
  return `${door.status?.(whose) ?? promised}`;
};
type Told = { status: number; body: { code?: string } };
const told = ({ status, body }: Told) => (status < 400 ? `${status}` : `${status} ${body.code}`);

describe('every operation, as everybody, at everybody’s records', () => {
  test.each(cellsOf('trial'))(
    '$operationId answers $name as the oracle says',
    async ({ operationId, route, door, name }) => {
      const person = personNamed(name);
      const answers: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const whose of door.at) {
        const asked = await ask(name as PersonName, operationId, await door.aim(whose as RecordClass));
        answers[whose] = [told(asked), ...asked.leaks].join('; ');
        expected[whose] = shown(door.verdict(person, whose), whose, door, route.status);
      }
      expect(answers).toEqual(expected);
    },
  );
});

type Results = { results: { status: number; error?: { code: string } }[] };
/** What a batch told of each; of every one the same where it was refused as a whole. */
function toldOfEach(asked: Asked, count: number): string[] {
  if (asked.status !== 207) return Array.from({ length: count }, () => told(asked));
  const { results } = asked.body as unknown as Results;
  return results.map(({ status, error }) => told({ status, body: error ?? {} }));
}

describe('many at once, as everybody, at everybody’s records', () => {
  test.each(cellsOf('batch'))(
    '$operationId answers $name for each what the door of one does',
    async ({ operationId, door, name }) => {
      const person = personNamed(name);
      const asked = await ask(name, operationId, await door.aim(door.at));
      const expected = door.at.map((whose) => {
        const verdict = door.verdict(person, whose);
        return verdict === 'ok' ? `${door.status}` : refusal(verdict);
      });
      expect({ results: toldOfEach(asked, door.at.length), leaks: asked.leaks }).toEqual({
        results: expected,
        leaks: [],
      });
    },
  );
});
