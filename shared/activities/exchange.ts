import { isTouch } from '../contacts/contact-touch.ts';
import type { Activity } from './activity.ts';

/**
 * What an activity is to whoever waits for an answer: they `asked` (a form, a mail, a call that nobody took), or were answered by
 * a `person` or an `automatic` mail.
 */
export type Turn = 'asked' | 'person' | 'automatic';

type Said = Pick<Activity, 'kind' | 'direction' | 'call' | 'by' | 'mail'>;
const directionOf = ({ direction, call }: Said) => direction ?? call?.direction;
const spoken = ['connected', undefined];
/** What is said on a machine is an answer, and no conversation. */
const heard = [...spoken, 'voicemail'];

function turnOfCall(call: Said): Turn | undefined {
  const outcome = call.call?.outcome;
  if (directionOf(call) === 'inbound') return spoken.includes(outcome) ? 'person' : 'asked';
  return heard.includes(outcome) ? 'person' : undefined;
}

/** A mail that a colleague sent from elsewhere came in as a copy: the raw message is kept. */
const isByPerson = ({ by, mail }: Said) => by.kind === 'user' || mail?.rawKey !== undefined;
function turnOfMail(mail: Said): Turn | undefined {
  if (mail.direction === 'inbound') return 'asked';
  if (!isTouch(mail)) return undefined;
  return isByPerson(mail) ? 'person' : 'automatic';
}

const byKind: Partial<Record<Activity['kind'], (activity: Said) => Turn | undefined>> = {
  form_submission: () => 'asked',
  email: turnOfMail,
  call: turnOfCall,
  meeting: () => 'person',
};
export const turnOf = (activity: Said): Turn | undefined => byKind[activity.kind]?.(activity);
