import type { GovernedKind } from '../../../../shared/core/policy.ts';
import type { Scope } from '../../../../shared/core/scope.ts';
import { ownersFor } from '../../../../shared/core/scoped-list.ts';
import { queryItems, type Range } from '../../../../shared/platform/dynamo.ts';
import type { Owned, RecordType } from '../../../../shared/platform/record-type.ts';
import { listPk, textKey } from '../../../../shared/records/list-entries.ts';
import { typeNamed } from '../../../records/types/record-types.ts';

const last = '\u{10FFFF}';
const typeOf = (kind: GovernedKind) => typeNamed(kind) as RecordType<Owned, object, object>;

async function inOrder(kind: GovernedKind, scope: Scope, range: Omit<Range, 'pk'>): Promise<Owned[]> {
  const partitions = ownersFor(scope, kind, listPk(scope.workspaceId, kind, 'name'));
  const pages = await Promise.all(partitions.map((pk) => queryItems({ ...range, pk })));
  const ids = pages.flatMap(({ items }) => items.map(({ id }) => String(id)));
  return typeOf(kind).store.getMany(scope, [...new Set(ids)].slice(0, range.limit));
}

/** Those in reach that have a name, whatever its case and accents: a Query of their list by name, and a BatchGet; a few at most. */
export const havingName = (kind: GovernedKind, scope: Scope, name: string): Promise<Owned[]> =>
  inOrder(kind, scope, { from: `${textKey(name)}#`, to: `${textKey(name)}#${last}`, limit: 3 });

const mostKnown = 1000;
/** The first thousand names of a kind in reach, by which one that is misspelt is known. */
export async function knownNames(kind: GovernedKind, scope: Scope): Promise<string[]> {
  const found = await inOrder(kind, scope, { limit: mostKnown });
  return found.map((record) => (record as { name?: string }).name ?? '').filter(Boolean);
}
