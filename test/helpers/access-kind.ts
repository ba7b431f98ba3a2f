import type { RecordBase, RecordKind } from '../../shared/core/record.ts';
import type { LaterKind, Person, RecordClass, Verdict } from './access-oracle.ts';

/** What every record has. */
type Base = RecordBase & { ownerId?: string };
/**
 * A kind of record with the operations that every kind has, as the matrix makes and tries it. Write one (access-kind-*.ts),
 * and name it in access-kinds.ts: its records are in the world, its doors in the registry.
 */
export type AccessKind = {
  kind: LaterKind;
  /** As operations call it: `Company`, `Companies`. */
  name: string;
  names: string;
  of: RecordKind<never>;
  /** By field that a role may hide: a text that no answer holds to whom it is hidden. `which` is of one owner and workspace alone. */
  secrets: (which: string) => Record<string, string>;
  /** A record that says the mark where everybody who sees it may read it, and the secrets. */
  record: (base: Base, mark: string, secrets: Record<string, string>) => object;
  /** What of a record is otherwise where its unique values and what else stands in the way of a new one's body are to be gone. */
  plain: object;
  /** Search does not look where the mark stands. */
  isUnsaid?: boolean;
  /** A new record, each of another number; `sets`: what of it a role may hide or lock. */
  body: (n: number) => object;
  sets: readonly string[];
  patch: object;
  patchSets: readonly string[];
  /** Orders of its list besides `created` and `updated`. */
  orders: readonly string[];
  /** Whose there are, where there are not some of each: then a new one names no owner. */
  classes?: readonly RecordClass[];
  /** What else a new record asks of who makes it: what it names must be in sight. */
  alsoNeeds?: (person: Person) => Verdict;
};
export const noOwners = ['nobodys', 'elsewhere', 'never'] as const satisfies RecordClass[];
