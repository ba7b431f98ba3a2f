import { AppError } from '../../../shared/core/errors.ts';
import type { RowResult } from '../../../shared/imports/row-result.ts';
import { logger } from '../../../shared/platform/logger.ts';

const isOfService = (error: unknown): boolean =>
  (error instanceof AppError && error.kind === 'unavailable') ||
  (typeof error === 'object' && error !== null && '$metadata' in error);

/**
 * Why nothing came of a row. What the table or another service could not do for now is thrown, and the part done again; what this code did
 * not foresee of one row keeps no other from being made.
 */
export function problemOf(error: unknown): NonNullable<RowResult['problem']> {
  if (isOfService(error)) throw error;
  if (error instanceof AppError) {
    const { code, message: detail, more } = error;
    return { code, detail, ...(more.errors && { errors: more.errors }) };
  }
  logger.error('a row of an import failed', { error: error as Error });
  return { code: 'internal', detail: 'Something went wrong with this row that is no fault of it.' };
}
