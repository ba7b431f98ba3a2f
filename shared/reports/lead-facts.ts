import type { Contact } from '../contacts/contact.ts';
import type { FirstAnswer } from '../contacts/first-answer.ts';
import { campaignOf, knownSourceOf, leadSourceOf } from '../contacts/lead-source.ts';
import type { Counters } from '../core/projection.ts';
import type { Owned } from '../core/scoped-list.ts';
import type { Purchases } from '../orders/purchases.ts';
import { cubeCounters, cubePk, type Fact, type Measures, noValue } from './cube.ts';
import { customValues } from './custom-dimension.ts';
import { customerCube, customerFacts } from './customer-facts.ts';
import { responseCube, responseFacts } from './response-facts.ts';

export const leadCube = 'LEAD';
/** Of these every contact has a value among the leads, `noValue` where nothing is said: they add up to the whole. */
const alwaysSaid = ['source', 'campaign'];
/** Whether the whole of a cube need not be read where a dimension's cells are. */
export const addsUpToWhole = (cube: string, dimension: string | undefined): boolean =>
  cube === leadCube && dimension !== undefined && alwaysSaid.includes(dimension);

const one = (value: string | undefined) => (value ? [value] : []);
const valuesOf = (contact: Contact, reportField: string | undefined): Fact['values'] => ({
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

/** What is known of it, each `has.<what>`. */
function knownMeasures(contact: Contact, ownerId: string | undefined): Measures {
  const known = {
    email: contact.emails.length > 0,
    phone: contact.phones.length > 0,
    owner: ownerId !== undefined,
    source: knownSourceOf(contact) !== undefined,
  };
  const has = Object.entries(known).filter(([, isKnown]) => isKnown);
  return Object.fromEntries(has.map(([name]) => [`has.${name}`, 1]));
}

/** A contact in the month in which it came (UTC): `leads`, what it is by now (`was.<lifecycle>`), `bought` where it ever did, and what is known of it. */
function leadFact(contact: Contact, { purchases: { orderCount }, reportField, ownerId }: Known): Fact {
  const came = { leads: 1, [`was.${contact.lifecycle}`]: 1, ...(orderCount > 0 && { bought: 1 }) };
  const measures = { ...came, ...knownMeasures(contact, ownerId) };
  const said = valuesOf(contact, reportField);
  const unsaid = alwaysSaid.filter((name) => said[name]?.length === 0).map((name) => [name, [noValue]]);
  return {
    month: contact.createdAt.slice(0, 7),
    measures,
    values: { ...said, ...Object.fromEntries(unsaid) },
  };
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
