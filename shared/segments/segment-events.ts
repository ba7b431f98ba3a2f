import * as z from 'zod';
import { defineEvent } from '../core/event.ts';
import { recordCreated, recordDeleted, recordUpdated } from '../core/record.ts';

const Member = z.object({
  segmentId: z.string(),
  recordId: z.string(),
  /** The kind of the record. */
  of: z.string(),
  /** The segment was made or its condition changed, and the record was there already: nothing happened to the record. */
  initial: z.boolean(),
});
/** A record has come into a segment. */
export const segmentEntered = defineEvent('segment.entered', 1, Member);
/** A record is in a segment no more: it changed, time went on, or it was put into the trash. */
export const segmentLeft = defineEvent('segment.left', 1, Member);

/**
 * What changes which records are in segments, or by what they are compared, without a change of the records; time zones say when
 * days begin, rules by which days records are found.
 */
export const definitionsChanged = [
  recordCreated('segment'),
  recordUpdated('segment'),
  recordDeleted('segment'),
  recordUpdated('workspace'),
  recordCreated('field'),
  recordUpdated('field'),
  recordUpdated('rule'),
  recordDeleted('rule'),
];
