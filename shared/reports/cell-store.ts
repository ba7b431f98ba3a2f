import { AppError } from '../core/errors.ts';
import type { GovernedKind } from '../core/policy.ts';
import { addTo, type Counters, type Item } from '../core/projection.ts';
import { mayRead, type Scope } from '../core/scope.ts';
import { ownerPk, ownersFor } from '../core/scoped-list.ts';
import { type Cells, cellStart, cubePk, type Month, noValue, valueOfCell, wholeDimension } from './cube.ts';
import { readStretch } from './stretch-store.ts';

export type Asked = {
  kind: GovernedKind;
  /** REPORT-1 */
  pk: string;
  dimension: string;
  /** The first and the last month, both included. */
  from: Month;
  to: Month;
  /** Whose alone; everybody's in reach where nothing is said. */
  owner?: { id: string | undefined } | undefined;
};

const cellsIn = (items: readonly Item[], named?: string): Cells => {
  const cells = new Map<string, Counters>();
  for (const { pk: _, sk, kind: __, ...measures } of items) {
    const { month, value } = valueOfCell(sk);
    const name = named ?? value;
    const numbers = Object.entries(measures).map(([measure, amount]) => [measure, Number(amount)]); // a great one is a bigint
    const months = cells.get(name) ?? {};
    addTo(months, month, Object.fromEntries(numbers));
    cells.set(name, months);
  }
  return new Map([...cells].map(([value, months]) => [value, new Map(Object.entries(months))]));
};

function merged(all: readonly Cells[]): Cells {
  const sums = new Map<string, Counters>();
  for (const cells of all)
    for (const [value, months] of cells) {
      const into = sums.get(value) ?? {};
      for (const [month, measures] of months) addTo(into, month, measures);
      sums.set(value, into);
    }
  return new Map([...sums].map(([value, months]) => [value, new Map(Object.entries(months))]));
}

const partitionsOf = (scope: Scope, { kind, pk, owner }: Asked): string[] => {
  if (!owner) return ownersFor(scope, kind, pk);
  return mayRead(scope, kind, owner.id) ? [ownerPk(pk, owner.id)] : [];
};
export const dimensionOutOfReach = (dimension: string) =>
  new AppError(
    'forbidden',
    'dimension_out_of_reach',
    `A split by ${dimension} is about everybody's records, which your roles do not reach, or which were not asked for. Split by owner.`,
  );

const nobodys = 'none'; // as `ownerPk` calls it
/** Of whom not everything is in reach: owner by owner, each from the owner's own cells. */
async function ownersAlone(pk: string, partitions: string[], from: string, to: string): Promise<Cells> {
  const start = ownerPk(pk, '').length;
  const all = await Promise.all(
    partitions.map(async (own) => {
      const owner = own.slice(start);
      return cellsIn(await readStretch(own, from, to), owner === nobodys ? noValue : owner);
    }),
  );
  return merged(all);
}

/**
 * REPORT-1: the cells of a dimension in a stretch of months: one Query for who reaches everybody's records, for others one an owner
 * in reach. What they add up to is the same at any number of records. Throws `report_too_wide`, `dimension_out_of_reach`.
 */
export async function readCells(scope: Scope, asked: Asked): Promise<Cells> {
  const { pk, dimension, from, to } = asked;
  const partitions = partitionsOf(scope, asked);
  const isAll = partitions.length === 1 && partitions[0] === pk;
  const stretch = (name: string) => [cellStart(name, from), `${cellStart(name, to)}$`] as const; // `$` sorts behind `#`
  if (!isAll && dimension === 'owner') return ownersAlone(pk, partitions, ...stretch(wholeDimension));
  if (!isAll && dimension === 'team') throw dimensionOutOfReach(dimension); // an owner's cells name no team
  const pages = await Promise.all(partitions.map((own) => readStretch(own, ...stretch(dimension))));
  return merged(pages.map((items) => cellsIn(items)));
}

type Stretch = { workspaceId: string; cube: string; from: Month; to: Month };
/** REPORT-1: of a cube that is split by owners alone, those who may be shown; nobody's are under `noValue`. Throws `report_too_wide`. */
export async function readOwners(
  { workspaceId, cube, from, to }: Stretch,
  isShown: (owner: string | undefined) => boolean,
): Promise<Cells> {
  const [start, end] = [cellStart('owner', from), `${cellStart('owner', to)}$`];
  const cells = cellsIn(await readStretch(cubePk(workspaceId, cube), start, end));
  return new Map([...cells].filter(([owner]) => isShown(owner === noValue ? undefined : owner)));
}
