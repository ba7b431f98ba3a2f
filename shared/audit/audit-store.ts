import type { Write } from '../platform/commit.ts';
import { type AuditLine, auditItems } from './audit.ts';

/**
 * The line of what is no record's change (those write their own), to go into the transaction of what it tells of: two
 * Puts, three where it names a record. A repetition with the same `id` and `at` (see `auditId`) is the same line.
 */
export const auditWrites = (workspaceId: string, line: AuditLine): Write[] =>
  auditItems(workspaceId, line).map((Item) => ({ action: { Put: { Item } } }));
