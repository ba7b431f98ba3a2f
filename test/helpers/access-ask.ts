import { functions } from '../../infra/functions.ts';
import type { Route } from '../../shared/core/route.ts';
import type { Aim } from './access-doors.ts';
import { accessKind, accessKinds } from './access-kinds.ts';
import { hidden, may, type Person, type RecordClass, seesActivity } from './access-oracle.ts';
import { credentialOf } from './access-people.ts';
import { type PersonName, personNamed } from './access-roles.ts';
import { knownAs, marks, type Place, secretsOf } from './access-world.ts';
import { type Answered, call } from './call.ts';
import { isDocumented } from './documented.ts';

/** Every operation of the API by its name, with the function that serves it. */
export const operations = functions.flatMap(({ entry, trigger }) =>
  trigger.kind === 'api'
    ? trigger.routes.map((route) => ({ operationId: route.operationId, route, entry }))
    : [],
);
const byId = new Map(operations.map((one) => [one.operationId, one]));

const places: Place[] = ['own', 'teams', 'others', 'nobodys', 'elsewhere'];
const ruled = ['contact', 'deal', 'task', ...accessKinds.map(({ kind }) => kind)] as const;
type Ruled = (typeof ruled)[number];
const isRuled = (kind: string): kind is Ruled => ruled.some((one) => one === kind);
const secretsOfKind = (kind: Ruled, whose: Place): Record<string, string> =>
  accessKind(kind)?.secrets(`${kind}-${whose}`) ?? secretsOf[kind as keyof typeof secretsOf](whose);

function mayShow(person: Person, kind: string, whose: string): boolean {
  if (kind === 'setting') return whose === 'own';
  if (isRuled(kind)) return may(person, kind, 'read', whose as RecordClass);
  const [contact, deal] = whose.split('_') as [RecordClass, RecordClass | 'none'];
  return seesActivity(person, contact, deal === 'none' || deal === undefined ? [] : [deal]);
}

const secrets = ruled.flatMap((kind) =>
  places.flatMap((whose) =>
    Object.entries(secretsOfKind(kind, whose)).map(([field, text]) => ({
      kind,
      whose,
      field,
      text: String(text),
    })),
  ),
);
const maySee = (person: Person, { kind, whose, field }: (typeof secrets)[number]) =>
  may(person, kind, 'read', whose) && !hidden(person, kind, whose).includes(field);

/** What a cursor is made of can be read by whoever holds it. */
const cursors = /[\w-]{16,}(?=\.[\w-]{20,})/g;
const openedCursors = (text: string) =>
  [...text.matchAll(cursors)].map(([part]) => Buffer.from(part, 'base64url').toString()).join('\n');

/** Fields of records by their names, however they are called inside: a hidden one is not there at all. */
function hiddenNames(person: Person, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap((inner) => hiddenNames(person, inner));
  const record = knownAs((value as { id?: unknown }).id);
  if (!record || !isRuled(record.kind)) return inside;
  const { kind, whose } = record;
  const shown = hidden(person, kind, whose).filter((name) => name in value);
  return [...inside, ...shown.map((name) => `${kind}.${name} of ${whose}`)];
}

/** Whatever of an answer its reader may not see: marks of records out of sight, secrets of hidden fields. */
export function leaksIn(person: Person, body: unknown): string[] {
  const raw = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  const text = `${raw}\n${openedCursors(raw)}`;
  const seen = [...text.matchAll(marks)].filter(([, kind = '', whose = '']) => !mayShow(person, kind, whose));
  const told = secrets.filter((secret) => text.includes(secret.text) && !maySee(person, secret));
  return [
    ...new Set([
      ...seen.map(([mark]) => mark),
      ...told.map(({ kind, whose, field }) => `the ${field} of the ${kind} of ${whose}`),
      ...hiddenNames(person, body),
    ]),
  ];
}

export type Asked = Answered<Route> & { leaks: string[] };
/** Sends the contract's example, aimed at a record, as somebody, through the operation's real function. */
export async function ask(name: PersonName, operationId: string, aim: Aim): Promise<Asked> {
  const found = byId.get(operationId);
  if (!found) throw new Error(`There is no operation ${operationId}`);
  const { route, entry } = found;
  const { handler } = await import(new URL(`../../${entry}`, import.meta.url).href);
  const { params, query, body } = (route.example ?? {}) as {
    params?: object;
    query?: object;
    body?: unknown;
  };
  const answered = await call(handler, route, {
    ...credentialOf(name),
    body,
    query: asText(query),
    ...aim,
    params: { ...asText(params), ...aim.params },
  });
  const { status } = answered;
  if (status >= 400 && !isDocumented(operationId, status, answered.body.code))
    throw new Error(`The document does not say that ${operationId} answers ${status} ${answered.body.code}`);
  const { 'rapport-cursor': cursor, link } = answered.headers;
  return { ...answered, leaks: leaksIn(personNamed(name), { body: answered.body, cursor, link }) };
}

const asText = (value: object = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)]));
