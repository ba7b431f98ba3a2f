import * as z from 'zod';
import { companyShape } from '../companies/company-shape.ts';
import { ContactBody } from '../contacts/contact.ts';
import { pageOf } from '../core/page.ts';
import { hasHideable } from '../core/policy.ts';
import { type Veil, veilPage } from '../core/veil.ts';
import { DealBody } from '../deals/deal.ts';
import { Segment } from './segment.ts';
import type { SegmentKind } from './segment-kinds.ts';
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

/** A record as its own kind shows it: `id` tells which it is. */
const AnyRecord = z.union([ContactBody, companyShape.body, DealBody]);
export const MemberPage = pageOf(AnyRecord).extend({ of: z.enum(segmentKinds) });
export const Preview = z.object({
  of: z.enum(segmentKinds),
  looked: z.int().describe('How many of the newest records that you may read were looked at: 200 at most.'),
  matching: z.int().describe('Of how many of those the condition holds.'),
  items: z.array(AnyRecord).describe('The newest five of them.'),
});

/** Members are veiled as the list of their kind is. */
export const veilMembers: Veil = (who, page: { of: SegmentKind; items: never[] }) =>
  hasHideable(page.of) ? veilPage(page.of)(who, page as never) : page;
