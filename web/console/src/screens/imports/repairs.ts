import type { Import } from '../../../../client/src/index.ts';

/** What of a field is meant otherwise than the file says it, in every row. */
export type Repair = NonNullable<Import['replacements']>[number];
type Of = Pick<Repair, 'field' | 'from'>;
export const mostRepairs = 500;

export const repairKey = ({ field, from }: Of): string => JSON.stringify([field, from]);
const isOf = (one: Of) => (other: Of) => other.field === one.field && other.from === one.from;
export const repairOf = (repairs: readonly Repair[], of: Of) => repairs.find(isOf(of));
export const withoutRepair = (repairs: readonly Repair[], of: Of): Repair[] =>
  repairs.filter((one) => !isOf(of)(one));

/**
 * With one more. A row is looked at once, by what the file says: of a value that is itself the work of a repair, that one is led on.
 */
export function withRepair(repairs: readonly Repair[], repair: Repair): Repair[] {
  const led = repairs.map((one) =>
    one.field === repair.field && one.to === repair.from ? { ...one, to: repair.to } : one,
  );
  return [...withoutRepair(led, repair), repair];
}

/** How many repairs are other ones than before. */
export function repairsChanged(before: readonly Repair[], after: readonly Repair[]): number {
  const missing = (of: readonly Repair[], among: readonly Repair[]) =>
    of.filter((one) => repairOf(among, one)?.to !== one.to);
  const changed = [...missing(before, after), ...missing(after, before)];
  return new Set(changed.map(repairKey)).size;
}
