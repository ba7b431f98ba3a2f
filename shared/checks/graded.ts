import type { Item } from '../core/projection.ts';
import { monthOver } from './grade.ts';

/**
 * Beside a workspace, when its next grade is due: in the transaction of each grade that the turn of a month brings. `version`
 * counts its writes.
 */
export const gradedSk = 'GRADED';
export type Graded = { version: number; nextAt?: string };
export const gradedOf = (item: Item | undefined): Graded =>
  item ? { version: Number(item.version), nextAt: String(item.nextAt) } : { version: 0 };

type Dated = { createdAt: string; timeZone: string };
/** When a workspace's next grade is due (ISO 8601 UTC): the turn of the month after the last, and the first after it was made. */
export const gradeDueAt = ({ createdAt, timeZone }: Dated, { nextAt }: Graded): string =>
  nextAt ?? monthOver(createdAt, timeZone);
