import type { Key } from '../core/projection.ts';
import { uniqueKey, workspacePk } from '../core/record.ts';
import { notDuplicate } from '../links/link-labels.ts';
import type { MatchKind } from './compared.ts';

/** Two records by their ids, the lesser one first. */
export type PairIds = { workspaceId: string; kind: MatchKind; one: string; other: string };
/** Two records of which was found that they may be one. `version` is another with each finding. */
export type Pair = Key & PairIds & { version: string };

export const pairSk = 'PAIR';
export const pairPk = (workspaceId: string, one: string, other: string) =>
  `${workspacePk(workspaceId)}#PAIR#${one}#${other}`;
export const pairKey = ({ workspaceId, one, other }: PairIds): Key => ({
  pk: pairPk(workspaceId, one, other),
  sk: pairSk,
});
/** The same pair from whichever end. */
export const pairOf = (workspaceId: string, kind: MatchKind, a: string, b: string): PairIds =>
  a < b ? { workspaceId, kind, one: a, other: b } : { workspaceId, kind, one: b, other: a };

/** Where it lies that two records are not one: the unique value of the link that says so. */
export const distinctKey = ({ workspaceId, one, other }: PairIds): Key =>
  uniqueKey(workspaceId, { name: 'link', value: `${one}#${notDuplicate}#${other}` });

/** DUPLICATE-4: a workspace's pairs, the most probable first; lists lie by whose the first record is. */
export const pairsPk = (workspaceId: string, kind: MatchKind) =>
  `${workspacePk(workspaceId)}#LIST#DUPLICATES#${kind.toUpperCase()}`;

/** CHECK-3: how many pairs there are. */
export const pairCounters = (workspaceId: string, kind: MatchKind) =>
  `${workspacePk(workspaceId)}#COUNT#DUPLICATES#${kind.toUpperCase()}`;

const scale = 1_000_000_000;
export const pairPlace = ({ one, other }: PairIds, probability: number) =>
  `${String(scale - Math.round(probability * scale)).padStart(10, '0')}#${one}#${other}`;

const digits = 1e6;
/** A probability as it is kept and shown; what is not sure is not rounded to 1. */
export const rounded = (probability: number): number => Math.floor(probability * digits) / digits;
