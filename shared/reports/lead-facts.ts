import type { Contact } from '../contacts/contact.ts';
import { campaignOf, leadSourceOf } from '../contacts/lead-source.ts';
import type { Counters } from '../core/projection.ts';
import type { Owned } from '../core/scoped-list.ts';
import type { Purchases } from '../orders/purchases.ts';
import { cubeCounters, cubePk, type Fact } from './cube.ts';
import { customValues } from './custom-dimension.ts';
import { customerCube, customerFacts } from './customer-facts.ts';

export const leadCube = 'LEAD';

const one = (value: string | undefined) => (value ? [value] : []);
/** A contact in the month in which it came (UTC): `leads`, what it is by now (`was.<lifecycle>`), and `bought` where it ever did. */
function leadFact(contact: Contact, { orderCount }: Purchases, reportField: string | undefined): Fact {
  const measures = { leads: 1, [`was.${contact.lifecycle}`]: 1, ...(orderCount > 0 && { bought: 1 }) };
  const values = {
    source: one(leadSourceOf(contact)),
    campaign: one(campaignOf(contact)),
    ...customValues(contact.custom, reportField),
  };
  return { month: contact.createdAt.slice(0, 7), measures, values };
}

/** All that a contact adds to reports, with what it has bought. */
export function contactCells(
  contact: Contact,
  { ownerId, teamId }: Pick<Owned, 'ownerId' | 'teamId'>,
  purchases: Purchases,
  reportField: string | undefined,
): Counters {
  const { workspaceId } = contact;
  const owned = { ownerId, teamId };
  return {
    ...cubeCounters(cubePk(workspaceId, leadCube), owned, [leadFact(contact, purchases, reportField)]),
    ...cubeCounters(cubePk(workspaceId, customerCube), owned, customerFacts(contact, purchases.months)),
  };
}
