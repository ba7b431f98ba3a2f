import { AppError } from './errors.ts';

/** Holds a write to the version that the caller read: `If-Match` (RFC 9110, 13.1.1). Throws 412 `version_mismatch`. */
export function assertMatch(
  record: { id: string; version: number },
  match: number[] | '*' | undefined,
): void {
  if (match === undefined || match === '*' || match.includes(record.version)) return;
  throw new AppError(
    'precondition_failed',
    'version_mismatch',
    `${record.id} is at version ${record.version} now. Read it again, then send its ETag as If-Match.`,
  );
}
