import * as z from 'zod';
import { pageOf } from '../core/page.ts';
import type { Veil } from '../core/veil.ts';
import { AnyRecord, veiledAny } from '../records/any-record.ts';
import { Segment } from './segment.ts';
import { segmentKinds } from './segment-kinds.ts';

export const SegmentBody = Segment.omit({ workspaceId: true }).extend({
  ready: z
    .boolean()
    .describe(
      'Whether every record has been looked at since the condition became what it is; until then some are missing.',
    ),
});
export const SegmentPage = SegmentBody.extend({
  memberCount: z
    .int()
    .optional()
    .describe(
      'How many you may read, a second old at most; absent where a field that the condition names is hidden from you.',
    ),
});

export const MemberPage = pageOf(AnyRecord).extend({ of: z.enum(segmentKinds) });
export const Preview = z.object({
  of: z.enum(segmentKinds),
  looked: z.int().describe('How many of the newest records that you may read were looked at: 200 at most.'),
  matching: z.int().describe('Of how many of those the condition holds.'),
  items: z.array(AnyRecord).describe('The newest five of them.'),
});

/** Members are veiled as the list of their kind is. */
export const veilMembers: Veil = (who, page: { items: { id: string; ownerId?: string }[] }) => ({
  ...page,
  items: page.items.map((record) => veiledAny(who, record)),
});
