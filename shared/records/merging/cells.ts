import { canonical } from '../../core/canonical.ts';
import type { Noted } from '../noted.ts';

/** What one of several records says of a field. The record that stays is the first. */
export type Holder = { id: string; createdAt: string; value: unknown };
/** A list joins: each item once, the first record's in front, `most` at most. */
export type ListRule = { most: number; keyOf?: (item: never) => string };
/** Whose value stays; undefined: the first that has one. */
export type Winner = (holders: readonly Holder[]) => Holder | undefined;

/** How the fields of a kind of record join. What is named nowhere has one value, and may be chosen. */
export type Joining = {
  lists: Readonly<Record<string, ListRule>>;
  /** Objects each part of which is a field of its own: `custom.budget`. */
  parts: readonly string[];
  /** Fields, or objects of parts, where not the first that has one wins. */
  winners: Readonly<Record<string, Winner>>;
  /** Those of them of which nobody may choose another. */
  fixed: readonly string[];
  /** Fields that go with another: a currency with its amount. */
  follows: Readonly<Record<string, string>>;
  /** What Rapport itself notes in fields, which is no difference between records, and holds for all that have the same. */
  noted?: Noted;
};

/** A field of several records, and what becomes of it. */
export type Cell = {
  field: string;
  holders: readonly Holder[];
  value: unknown;
  /** Whose value it is; of a list all that gave to it. */
  from: readonly string[];
  /** Of a field of one value the record that says what stays, also where it says nothing. */
  winner: string | undefined;
  isChoosable: boolean;
  /** Of a list what found no room. */
  leftOut: readonly { id: string; value: unknown }[];
};
/** A record's fields; `custom.budget` is one. */
export type Cells = ReadonlyMap<string, unknown>;

/** What stands beside a record's fields and does not join. */
const besides = new Set([
  'id',
  'workspaceId',
  'version',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'purgeAt',
  'mergedInto',
  'mergedIds',
  'mergedKeys',
  'mergedFields',
  'customKeys',
  'erasedAt',
]);
const isEmpty = (value: unknown) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

export function cellsOf({ parts }: Joining, record: object): Cells {
  const fields = Object.entries(record).filter(([name]) => !besides.has(name));
  return new Map(
    fields.flatMap(([name, value]): [string, unknown][] =>
      parts.includes(name)
        ? Object.entries((value ?? {}) as object).map(([part, one]) => [`${name}.${part}`, one])
        : [[name, value]],
    ),
  );
}

/** Fields of a record from its cells: those named, each whole. */
export function fieldsOf({ parts }: Joining, cells: Cells, names: Iterable<string>): Record<string, unknown> {
  const all = [...cells];
  const whole = (name: string) =>
    parts.includes(name)
      ? Object.fromEntries(
          all.flatMap(([cell, value]) =>
            cell.startsWith(`${name}.`) && value !== undefined ? [[cell.slice(name.length + 1), value]] : [],
          ),
        )
      : cells.get(name);
  return Object.fromEntries([...names].map((name) => [name, whole(name)]));
}

/** The field that a cell is, or is a part of. */
export const fieldOf = ({ parts }: Joining, cell: string): string =>
  parts.find((name) => cell.startsWith(`${name}.`)) ?? cell;

/** What an item of a list is known by. */
export const keyIn =
  ({ keyOf }: ListRule) =>
  (item: unknown): string =>
    keyOf ? keyOf(item as never) : canonical(item);

type Given = { id: string; item: unknown };
function joinList(field: string, rule: ListRule, holders: readonly Holder[]): Cell {
  const key = keyIn(rule);
  const items = holders.flatMap(({ id, value }) =>
    ((value ?? []) as unknown[]).map((item): Given => ({ id, item })),
  );
  const distinct = [...new Map(items.toReversed().map((one) => [key(one.item), one])).values()].reverse();
  const own = items.filter((one) => distinct.includes(one)); // in the order of the records
  const [kept, over] = [own.slice(0, rule.most), own.slice(rule.most)];
  return {
    field,
    holders,
    value: kept.map(({ item }) => item),
    from: [...new Set(kept.map(({ id }) => id))],
    winner: undefined,
    isChoosable: false,
    leftOut: over.map(({ id, item }) => ({ id, value: item })),
  };
}

const firstThatHas: Winner = (holders) => holders.find(({ value }) => !isEmpty(value));

/** Joins one field. `chosen`: the record whose value stays, also where it has none. */
export function join(joining: Joining, field: string, holders: readonly Holder[], chosen?: string): Cell {
  const rule = joining.lists[field];
  if (rule) return joinList(field, rule, holders);
  const name = fieldOf(joining, field);
  const byRule = joining.winners[name] ?? firstThatHas;
  const given = holders.filter(({ value }) => !isEmpty(value));
  const winner = chosen ? holders.find(({ id }) => id === chosen) : byRule(given);
  const isFree = !joining.fixed.includes(name) && joining.follows[field] === undefined;
  return {
    field,
    holders,
    value: winner?.value,
    from: winner && !isEmpty(winner.value) ? [winner.id] : [],
    winner: winner?.id,
    isChoosable: isFree,
    leftOut: [],
  };
}

type Named = { id: string; createdAt: string };
/** All fields of several records joined, the record that stays first. `chosen`: by field the id whose value stays. */
export function joined(
  joining: Joining,
  records: readonly Named[],
  chosen: Readonly<Record<string, string>> = {},
): Cell[] {
  const all = records.map((record) => ({ record, cells: cellsOf(joining, record) }));
  const names = new Set(all.flatMap(({ cells }) => [...cells.keys()]));
  const holders = (name: string) =>
    all.map(({ record: { id, createdAt }, cells }) => ({ id, createdAt, value: cells.get(name) }));
  const plain = (name: string) => join(joining, name, holders(name), chosen[name]);
  return [...names].map((name) => {
    const leader = joining.follows[name];
    const [leads] = leader ? plain(leader).from : [];
    return leads ? join(joining, name, holders(name), leads) : plain(name);
  });
}

/** Whether the records say different things of a field, or one of those that go says something that the first does not. */
export const differs = ({ holders: [first, ...others] }: Cell): boolean =>
  others.some(({ value }) => !isEmpty(value) && canonical(value) !== canonical(first?.value));
