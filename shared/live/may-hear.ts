import type { Actor } from '../core/actor.ts';
import { hiddenAnywhere } from '../core/rights.ts';
import { seesPurchases } from '../orders/purchases.ts';
import { contactRisked, contactScored } from '../scoring/scoring-events.ts';
import type { LiveChange } from './live-message.ts';

/** Of what lies beside contacts nobody is told who does not see it. */
const needs: Record<string, (actor: Actor) => boolean> = {
  [contactScored.type]: (actor) => !hiddenAnywhere(actor, 'contact').has('score'),
  [contactRisked.type]: seesPurchases,
};

/** Whether somebody who may read a record hears of this change of it. */
export const mayHear = (actor: Actor, { type }: Pick<LiveChange, 'type'>): boolean =>
  !Object.hasOwn(needs, type) || needs[type]?.(actor) === true;
