import { createHash } from 'node:crypto';
import type { Entry, Item } from '../core/projection.ts';
import { recordKey, workspacePk } from '../core/record.ts';
import type { Owned } from '../core/scoped-list.ts';
import { factsOf, isLive, type MatchKind, printOf } from './compared.ts';
import { matchKeys } from './match-keys.ts';

const short = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** DUPLICATE-1: the records that have a key. Of the key a hash alone, so that no key of the table tells a value. */
export const matchPk = (workspaceId: string, kind: MatchKind, key: string) =>
  `${workspacePk(workspaceId)}#MATCH#${kind.toUpperCase()}#${short(key)}`;

/** DUPLICATE-2: what a record is compared by, and the others that it may be. */
export const duplicatesPk = (workspaceId: string, kind: MatchKind, id: string) =>
  `${recordKey(workspaceId, kind, id).pk}#DUPLICATES`;
/** The entry that says what of a record is compared; its change asks for a look at whom the record may be. */
export const matchSk = 'MATCH';
/** Asked for where only whose a record is has changed: its pairs are listed anew, and nothing is compared. */
export const placedSk = 'PLACED';

/**
 * A record's keys, an item each, and behind them the one that says what they were made of: whoever has seen that one finds the
 * keys. It changes with what is compared, and with whose the record is, by which its pairs are listed; with nothing else.
 */
export function matchEntries(
  kind: MatchKind,
  record: Item,
  owned: Owned,
  matching: readonly string[],
): Entry[] {
  if (!isLive(record)) return [];
  const [workspaceId, id] = [String(record.workspaceId), String(record.id)];
  const facts = factsOf(kind, record, { matching });
  const { ownerId, teamId } = owned;
  const print = printOf(facts);
  return [
    ...matchKeys(facts).map((key) => ({ pk: matchPk(workspaceId, kind, key), sk: id })),
    {
      pk: duplicatesPk(workspaceId, kind, id),
      sk: matchSk,
      print,
      version: short([print, ownerId, teamId].join('\n')),
      ...(ownerId && { ownerId }),
      ...(teamId && { teamId }),
    },
  ];
}

/** The record that such an entry is of. */
export function recordMatched(pk: string): { workspaceId: string; kind: MatchKind; id: string } {
  const [, workspaceId = '', kind = '', id = ''] = pk.split('#');
  return { workspaceId, kind: kind.toLowerCase() as MatchKind, id };
}
