import { AppError, invalidField } from '../core/errors.ts';
import type { Activity } from './activity.ts';
import { mentionToken } from './mention-token.ts';

export const mostMentions = 20;

/** The users whom a text mentions as `@[Rosa Lindqvist](us_01J…)`, each once. */
export const mentionsIn = (text = ''): string[] => [
  ...new Set([...text.matchAll(mentionToken)].map(([, , id = '']) => id)),
];

type Written = Pick<Activity, 'text' | 'mentions'>;
/**
 * Whom an activity mentions: in its text, and as it is said beside that. Where nothing is said, those stay whom an earlier text did not
 * name either. Throws `validation_failed` where they are too many.
 */
export function mentionsAfter(
  before: Written | undefined,
  text: string | undefined,
  said?: string[],
): string[] {
  const ofText = mentionsIn(before?.text);
  const beside = said ?? before?.mentions?.filter((id) => !ofText.includes(id)) ?? [];
  const all = [...new Set([...beside, ...mentionsIn(text)])];
  if (all.length <= mostMentions) return all;
  throw invalidField('/text', 'too_many_mentions', `A note mentions at most ${mostMentions} people.`);
}

/** Throws `reference_unknown` where somebody who is mentioned is no user of the workspace, or is gone. */
export function assertKnown(
  wanted: readonly string[],
  here: readonly string[],
  said: readonly string[],
): void {
  const [unknown] = wanted.filter((id) => !here.includes(id));
  if (!unknown) return;
  const detail = `There is no user ${unknown} who is active here.`;
  const pointer = said.includes(unknown) ? '/mentions' : '/text';
  throw new AppError('invalid', 'reference_unknown', detail, {
    errors: [{ pointer, code: 'reference_unknown', detail }],
  });
}

type Mentioned = { mentions: string[]; unseenBy: string[] };
/** The activity with those whom it mentions, and those of them who could not see it; without the fields where there are none. */
export function withMentions(activity: Activity, { mentions, unseenBy }: Mentioned): Activity {
  const { mentions: _, unseenBy: __, ...rest } = activity;
  return {
    ...rest,
    ...(mentions.length > 0 && { mentions }),
    ...(unseenBy.length > 0 && { unseenBy }),
  };
}
