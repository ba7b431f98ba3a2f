import { AppError } from '../../../shared/core/errors.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import type { Owned } from '../../../shared/platform/record-type.ts';
import { filled } from '../../../shared/rules/blanks.ts';
import type { Step, StepOf } from '../../../shared/rules/step.ts';
import { blankValues, taskSaid } from '../running/create-task.ts';
import { idleWords, isOfIdleness } from '../running/idle-words.ts';
import { sourceOf } from '../running/mail-source.ts';
import type { Moment } from '../running/moment.ts';
import { type Patching, patchOf } from '../running/patch-record.ts';
import { contactOf, ownerOf, typeFor } from '../running/subject.ts';

/** What a step would do, in ids and in the words of the rule; or why it would do nothing, or end its run: a code. */
export type Would =
  | { skipped: string; ends?: true }
  /** `after`: the record as it would be then. */
  | { says: Record<string, unknown>; after?: Owned };
type Tried<D extends Step['do']> = (step: StepOf<D>, moment: Moment) => Would | Promise<Would>;
const says = (what: Record<string, unknown>): Would => ({ says: what });

const mail: Tried<'send_mail'> = async ({ template, to }, { run, record }) => {
  const source = await sourceOf(run);
  const templateId = typeof template === 'object' ? template.id : source?.templateId;
  if (!templateId) return { skipped: 'no_template' };
  if (to === 'owner') {
    const ownerId = await ownerOf(run, record);
    return ownerId ? says({ templateId, userId: ownerId }) : { skipped: 'no_address' };
  }
  const contact = await contactOf(run, record);
  return contact?.emails.length ? says({ templateId, contactId: contact.id }) : { skipped: 'no_address' };
};

/** Of an idleness that is over it says what it would have said while it lasted, but for the words that nobody knows any more. */
const task: Tried<'create_task'> = async (step, moment) => {
  const idle = isOfIdleness(moment.run) ? await idleWords(moment.run) : undefined;
  const { title, ownerId, dueOn } = await taskSaid(step, moment, idle);
  return says({ title, ...(ownerId && { ownerId }), ...(dueOn && { dueOn }) });
};

const notify: Tried<'notify'> = async ({ users, text }, moment) => {
  const ownerId = await ownerOf(moment.run, moment.record);
  const meant = users.flatMap((one) => (one === 'record_owner' ? (ownerId ?? []) : one));
  if (meant.length === 0) return { skipped: 'nobody_here' };
  return says({ userIds: [...new Set(meant)], text: filled(text, await blankValues(moment, [text]), 500) });
};

/** What it would change, decided as it is when it is done; nothing is stored. */
const changes = async (step: Patching, { run, record, by }: Moment): Promise<Would> => {
  const { id: _, do: __, ...what } = step;
  try {
    const { change } = await typeFor(run.kind).edit(record, patchOf(step, run.kind, record), by);
    return changesNothing(change) ? { skipped: 'already_so' } : { says: what, after: change.after };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { skipped: error.code, ends: true };
  }
};

type Named = Exclude<Step['do'], 'wait' | 'branch' | 'stop'>;
const tried: { [D in Named]: Tried<D> } = {
  send_mail: mail,
  create_task: task,
  notify,
  // Whose turn it will be then is nobody's to say before.
  assign: ({ who }) => says({ ...who }),
  set_field: changes,
  add_tag: changes,
  remove_tag: changes,
  move_deal: changes,
  call_webhook: ({ webhookId }) => says({ webhookId }),
};
/** What a step that is a deed would do, for the record as it is given. It writes nothing. */
export const wouldDo = async (step: Step & { do: Named }, moment: Moment): Promise<Would> =>
  (tried[step.do] as Tried<Named>)(step as never, moment);
