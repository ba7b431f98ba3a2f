import { AppError } from '../../core/errors.ts';
import type { CustomFields } from '../../fields/custom.ts';
import { mostCustomBytes } from '../common-fields.ts';
import type { Joining } from './cells.ts';
import type { Merged } from './merge.ts';

/** What the merge operations know of a kind of record. */
export type Merging<T extends Merged> = {
  joining: Joining;
  /** Throws `merge_too_large`. */
  assertFits(after: T): void;
};

/** What the records have together is more than one may have. */
export const mergeTooLarge = (detail: string, pointer?: string) =>
  new AppError('conflict', 'merge_too_large', detail, {
    ...(pointer && { errors: [{ pointer, code: 'merge_too_large', detail }] }),
  });

export function assertRoomForCustom(custom: CustomFields): void {
  if (Buffer.byteLength(JSON.stringify(custom)) <= mostCustomBytes) return;
  const detail = `Together their custom fields would hold more than ${mostCustomBytes} bytes. Clear some first.`;
  throw mergeTooLarge(detail, '/custom');
}
