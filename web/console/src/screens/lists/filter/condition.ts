import type { Operator } from '../../../fields/field-def.ts';

/** A condition as the API has it: docs/conditions.md. */
export type Condition = Record<string, unknown>;

/** One question about one field. It has an id, so that it stays itself while it is edited. */
export type Test = {
  id: number;
  field: string;
  operator: Operator;
  value: unknown;
  /** Where it stood in the condition that it was read from, as a pointer. */
  place?: string;
};
export type Mode = 'all' | 'any' | 'none';
export type Group = { id: number; mode: Mode; parts: Part[] };
export type Part = Test | Group;

export const isGroup = (part: Part): part is Group => 'parts' in part;

let count = 0;
const next = () => ++count;
export const newTest = (field: string, operator: Operator, value?: unknown): Test => ({
  id: next(),
  field,
  operator,
  value,
});
export const newGroup = (mode: Mode, parts: Part[] = []): Group => ({ id: next(), mode, parts });

const isObject = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** A group of one is that one. */
function grouped(mode: Mode, parts: Part[]): Part {
  const [only] = parts;
  return parts.length === 1 && only ? only : newGroup(mode, parts);
}
function groupOf(mode: Mode, value: unknown, place: string): Part {
  const list = Array.isArray(value) ? value : [];
  return grouped(
    mode,
    list.flatMap((one, at) => (isObject(one) ? [partOf(one, `${place}/${at}`)] : [])),
  );
}

function negated(value: unknown, place: string): Group {
  const inner = isObject(value) ? partOf(value, place) : newGroup('any');
  return isGroup(inner) && inner.mode === 'any' ? { ...inner, mode: 'none' } : newGroup('none', [inner]);
}

function partsOf(name: string, value: unknown, place: string): Part[] {
  if (name === '$and') return [groupOf('all', value, place)];
  if (name === '$or') return [groupOf('any', value, place)];
  if (name === '$not') return [negated(value, place)];
  if (!isObject(value)) return [{ ...newTest(name, '$eq', value), place }];
  return Object.entries(value).map(([operator, operand]) => ({
    ...newTest(name, operator as Operator, operand),
    place,
  }));
}

function partOf(condition: Condition, place: string): Part {
  return grouped(
    'all',
    Object.entries(condition).flatMap(([name, value]) => partsOf(name, value, `${place}/${escaped(name)}`)),
  );
}

/** A condition as a tree whose top is a group, to be shown and edited. */
export function parse(condition: Condition | undefined): Group {
  if (!condition) return newGroup('all');
  const part = partOf(condition, '');
  return isGroup(part) ? part : newGroup('all', [part]);
}

/** Whether a test says enough to be asked. */
const isComplete = ({ field, value }: Test): boolean => {
  if (!field) return false;
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => one !== undefined && one !== '');
  return value !== undefined && value !== null && value !== '';
};

type Written = { condition: Condition; places: [string, number][] };
const below = (prefix: string, places: [string, number][]): [string, number][] =>
  places.map(([place, id]) => [`${prefix}${place}`, id]);

/** One of one is that one: a list that is kept by the field is then read by it. */
function simplest(operator: Operator, value: unknown): { by: Operator; operand: unknown } {
  if (!Array.isArray(value) || value.length !== 1) return { by: operator, operand: value };
  if (operator === '$in') return { by: '$eq', operand: value[0] };
  if (operator === '$nin') return { by: '$ne', operand: value[0] };
  return { by: operator, operand: value };
}

function writtenTest({ id, field, operator, value }: Test): Written {
  const places: Written['places'] = [[`/${escaped(field)}`, id]];
  const { by, operand } = simplest(operator, value);
  if (by === '$eq') return { condition: { [field]: operand }, places };
  return { condition: { [field]: { [by]: operand } }, places };
}

/** Tests of different fields stand beside each other in one object, as a person would write them. */
function isFlat(parts: Part[]): boolean {
  const fields = parts.map((part) => (isGroup(part) ? '' : part.field));
  return fields.every(Boolean) && new Set(fields).size === fields.length;
}

function writtenList(name: string, written: Written[]): Written {
  const places = written.flatMap((one, at) => below(`/${name}/${at}`, one.places));
  return { condition: { [name]: written.map(({ condition }) => condition) }, places };
}

function written(part: Part): Written | undefined {
  if (!isGroup(part)) return isComplete(part) ? writtenTest(part) : undefined;
  const all = part.parts.map(written);
  const there = all.filter((one) => one !== undefined);
  const [only] = there;
  if (!only) return undefined;
  if (part.mode === 'none') {
    const inner = there.length === 1 ? only : writtenList('$or', there);
    return { condition: { $not: inner.condition }, places: below('/$not', inner.places) };
  }
  if (there.length === 1) return only;
  if (part.mode === 'any') return writtenList('$or', there);
  if (!isFlat(part.parts.filter((_, at) => all[at]))) return writtenList('$and', there);
  return {
    condition: Object.assign({}, ...there.map(({ condition }) => condition)) as Condition,
    places: there.flatMap(({ places }) => places),
  };
}

/** The condition that a tree says; undefined where it says nothing yet. */
export const write = (group: Group): Condition | undefined => written(group)?.condition;

const placesRead = (group: Group): [string, number][] =>
  group.parts.flatMap((part): [string, number][] => {
    if (isGroup(part)) return placesRead(part);
    return part.place === undefined ? [] : [[part.place, part.id]];
  });

/** Which test a pointer of the API's error stands at, in the condition that the tree says or the one that it was read from. */
export function testAt(group: Group, pointer: string): number | undefined {
  const within = pointer.replace(/^\??\/filter/, '');
  const hits = (places: [string, number][]) =>
    places
      .filter(([place]) => within === place || within.startsWith(`${place}/`))
      .sort(([one], [other]) => other.length - one.length);
  const [found] = [...hits(written(group)?.places ?? []), ...hits(placesRead(group))];
  return found?.[1];
}
