import { kindOfId } from '../core/ids.ts';

/** What of ours did something: a rule's run, or a mail. */
export type Cause = { rule: string; run: string } | { mail: string };
/** The run of a rule, or the mail of ours, that made a change: what that sets off is not to go round in a circle. */
export function causeOf(
  { kind, id }: { kind?: unknown; id?: unknown },
  cause: string | undefined,
): Cause | undefined {
  if (kind === 'rule' && cause) return { rule: String(id), run: cause };
  return kind === 'mail' && kindOfId(String(id)) === 'message' ? { mail: String(id) } : undefined;
}
