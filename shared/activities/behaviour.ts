import * as z from 'zod';
import type { Activity } from './activity.ts';
import { behaviours } from './behaviours.ts';

export const Behaviour = z.enum(behaviours);
export type Behaviour = z.infer<typeof Behaviour>;
/** What was done, and when (ISO 8601 UTC). */
export type Did = [what: Behaviour, at: string];

const goodRating = 4;
const fromMail = ({ direction, at, mail }: Activity): Did[] => {
  if (direction === 'inbound') return [['mail_answered', at]];
  const { openedAt, clickedAt } = mail?.fate ?? {};
  return [
    ...(openedAt ? [['mail_opened', openedAt] satisfies Did] : []),
    ...(clickedAt ? [['mail_clicked', clickedAt] satisfies Did] : []),
  ];
};
/** Whether they spoke: nobody speaks with who did not answer. */
const hasSpoken = ({ call }: Activity) => call?.outcome === undefined || call.outcome === 'connected';

const done =
  (what: Behaviour) =>
  ({ at }: Activity): Did[] => [[what, at]];
const ofKind: Partial<Record<Activity['kind'], (activity: Activity) => Did[]>> = {
  email: fromMail,
  form_submission: done('form_submitted'),
  page_view: done('page_viewed'),
  meeting: done('met'),
  social_post: done('posted'),
  call: (call) => (hasSpoken(call) ? done('called')(call) : []),
  rating: (given) => ((given.rating?.score ?? 0) >= goodRating ? done('rated_well')(given) : []),
};
/** What an activity says of what its contact did; a note says nothing. */
export const behaviourOf = (activity: Activity): Did[] => ofKind[activity.kind]?.(activity) ?? [];
