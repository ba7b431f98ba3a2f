import type { AccessKind } from './access-kind.ts';
import { companyKind } from './access-kind-company.ts';
import type { LaterKind } from './access-oracle.ts';

/** The kinds that have the operations of every kind and no more: a line each. */
export const accessKinds: readonly AccessKind[] = [companyKind];
export const accessKind = (kind: string): AccessKind | undefined =>
  accessKinds.find((one) => one.kind === (kind as LaterKind));
