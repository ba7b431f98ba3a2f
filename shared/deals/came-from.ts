import { campaignOf, leadSourceOf } from '../contacts/lead-source.ts';
import type { Deal } from './deal.ts';

type Came = Partial<Pick<Deal, 'leadSource' | 'campaign'>>;
type Said = { leadSource?: string | null | undefined; campaign?: string | null | undefined };

/**
 * What a deal takes of where its contact came from: each of the two that nothing was said of. It is the deal's from then on: a
 * contact who comes back by another way later has not come by it to this sale.
 */
export function cameFrom(contact: Parameters<typeof leadSourceOf>[0], said: Said = {}): Came {
  const leadSource = said.leadSource === undefined ? leadSourceOf(contact) : undefined;
  const campaign = said.campaign === undefined ? campaignOf(contact) : undefined;
  return { ...(leadSource && { leadSource }), ...(campaign && { campaign }) };
}
