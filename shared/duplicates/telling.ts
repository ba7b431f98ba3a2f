import { type Item, type Lent, nameOf } from '../core/projection.ts';
import { catalogueKey, identifyingIn } from '../fields/catalogue.ts';
import type { MatchKind } from './compared.ts';

type Custom = { workspaceId: string; custom?: object | undefined };

/** What a record borrows to know which of its custom fields tell who is meant; nothing where it has none. */
export const tellingBorrowed = (kind: MatchKind, { workspaceId, custom = {} }: Custom): Lent[] =>
  Object.keys(custom).length > 0 ? [{ ...catalogueKey(workspaceId, kind), lasting: true }] : [];

/** The keys of those fields. */
export const tellingIn = (kind: MatchKind, record: Custom, borrowed: Map<string, Item>): string[] =>
  tellingBorrowed(kind, record).flatMap((key) => identifyingIn(borrowed.get(nameOf(key))));
