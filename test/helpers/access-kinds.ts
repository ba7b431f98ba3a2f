import type { AccessKind } from './access-kind.ts';
import { companyKind } from './access-kind-company.ts';
import { orderKind } from './access-kind-order.ts';
import { productKind } from './access-kind-product.ts';
import { promiseKind } from './access-kind-promise.ts';
import { ticketKind } from './access-kind-ticket.ts';
import type { LaterKind } from './access-oracle.ts';

/** The kinds that have the operations of every kind and no more: a line each. */
export const accessKinds: readonly AccessKind[] = [
  companyKind,
  productKind,
  orderKind,
  ticketKind,
  promiseKind,
];
export const accessKind = (kind: string): AccessKind | undefined =>
  accessKinds.find((one) => one.kind === (kind as LaterKind));
