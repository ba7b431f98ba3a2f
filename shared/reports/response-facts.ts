import type { FirstAnswer } from '../contacts/first-answer.ts';
import type { Fact } from './cube.ts';

export const responseCube = 'RESPONSE';

/**
 * A contact in the month (UTC) in which it first came to us: `asked`, the minutes until a person answered (`person.<minutes>`) and until
 * something automatic did (`automatic.<minutes>`), and `alone` where nothing but that ever answered.
 */
export function responseFacts(answer: FirstAnswer | undefined, values: Fact['values']): Fact[] {
  if (!answer) return [];
  const { month, person, automatic } = answer;
  const measures = {
    asked: 1,
    ...(person !== undefined && { [`person.${person}`]: 1 }),
    ...(automatic !== undefined && { [`automatic.${automatic}`]: 1 }),
    ...(automatic !== undefined && person === undefined && { alone: 1 }),
  };
  return [{ month, measures, values }];
}
