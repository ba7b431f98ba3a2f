import type { Contact } from '../contacts/contact.ts';
import type { FirstAnswer } from '../contacts/first-answer.ts';
import { campaignOf, leadSourceOf } from '../contacts/lead-source.ts';
import type { Counters } from '../core/projection.ts';
import type { Owned } from '../core/scoped-list.ts';
import type { Purchases } from '../orders/purchases.ts';
import { cubeCounters, cubePk, type Fact } from './cube.ts';
import { customValues } from './custom-dimension.ts';
import { customerCube, customerFacts } from './customer-facts.ts';
import { responseCube, responseFacts } from './response-facts.ts';

export const leadCube = 'LEAD';

const one = (value: string | undefined) => (value ? [value] : []);
const valuesOf = (contact: Contact, reportField: string | undefined) => ({
  source: one(leadSourceOf(contact)),
  campaign: one(campaignOf(contact)),
  ...customValues(contact.custom, reportField),
});

/** What is known of a contact besides what it says itself. */
export type Known = Pick<Owned, 'ownerId' | 'teamId'> & {
  purchases: Purchases;
  answer: FirstAnswer | undefined;
  reportField: string | undefined;
};

/** A contact in the month in which it came (UTC): `leads`, what it is by now (`was.<lifecycle>`), and `bought` where it ever did. */
function leadFact(contact: Contact, { purchases: { orderCount }, reportField }: Known): Fact {
  const measures = { leads: 1, [`was.${contact.lifecycle}`]: 1, ...(orderCount > 0 && { bought: 1 }) };
  return { month: contact.createdAt.slice(0, 7), measures, values: valuesOf(contact, reportField) };
}

/** All that a contact adds to reports. What was said with somebody who was erased is gone, and how soon they were answered with it. */
export function contactCells(contact: Contact, known: Known): Counters {
  const { ownerId, teamId, purchases, reportField } = known;
  const answer = contact.erasedAt ? undefined : known.answer;
  const cells = (cube: string, facts: readonly Fact[]) =>
    cubeCounters(cubePk(contact.workspaceId, cube), { ownerId, teamId }, facts);
  return {
    ...cells(leadCube, [leadFact(contact, known)]),
    ...cells(customerCube, customerFacts(contact, purchases.months)),
    ...cells(responseCube, responseFacts(answer, valuesOf(contact, reportField))),
  };
}
