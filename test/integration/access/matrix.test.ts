import { beforeAll, describe, expect, test } from 'vitest';
import { openApiDocument } from '../../../infra/openapi/document.ts';
import { allRoutes } from '../../../infra/openapi/write.ts';
import { type Asked, ask, operations } from '../../helpers/access-ask.ts';
import type { Trial } from '../../helpers/access-doors.ts';
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

const trials = operations.flatMap(({ operationId, route }) => {
  const door = Object.hasOwn(doors, operationId) ? doors[operationId] : undefined;
  return door?.kind === 'trial' ? [{ operationId, route, door }] : [];
});
const cells = trials.flatMap((one) => personNames.map((name) => ({ ...one, name })));

const shown = (verdict: Verdict, door: Trial, promised: number): string => {
  if (verdict !== 'ok') return `${verdict.status} ${verdict.code}`;
  return door.open ? `${door.open.status} ${door.open.code}` : `${promised}`;
};
const told = ({ status, body }: Asked) => (status < 400 ? `${status}` : `${status} ${body.code}`);

describe('every operation, as everybody, at everybody’s records', () => {
  test.each(cells)(
    '$operationId answers $name as the oracle says',
    async ({ operationId, route, door, name }) => {
      const person = personNamed(name);
      const answers: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const whose of door.at) {
        const asked = await ask(name as PersonName, operationId, await door.aim(whose as RecordClass));
        answers[whose] = [told(asked), ...asked.leaks].join('; ');
        expected[whose] = shown(door.verdict(person, whose), door, route.status);
      }
      expect(answers).toEqual(expected);
    },
  );
});
