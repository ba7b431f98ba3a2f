import { filled } from '../../../shared/rules/blanks.ts';
import type { Step, StepOf } from '../../../shared/rules/step.ts';
import { blankValues, taskSaid } from '../running/create-task.ts';
import { idleWords, isOfIdleness } from '../running/idle-words.ts';
import { sourceOf } from '../running/mail-source.ts';
import type { Moment } from '../running/moment.ts';
import { contactOf, ownerOf } from '../running/subject.ts';

/** What a step would do, in ids and in the words of the rule; or why it would do nothing: a code. */
export type Would = { skipped: string } | { says: Record<string, unknown> };
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

const tagged = ({ record }: Moment, tag: string) =>
  ((record as { tags?: string[] }).tags ?? []).some((one) => one.toLowerCase() === tag.toLowerCase());
const already: Would = { skipped: 'already_so' };

type Named = Exclude<Step['do'], 'wait' | 'branch' | 'stop'>;
const tried: { [D in Named]: Tried<D> } = {
  send_mail: mail,
  create_task: task,
  notify,
  // Whose turn it will be then is nobody's to say before.
  assign: ({ who }) => says({ ...who }),
  set_field: ({ field, value }) => says({ field, value }),
  add_tag: ({ tag }, moment) => (tagged(moment, tag) ? already : says({ tag })),
  remove_tag: ({ tag }, moment) => (tagged(moment, tag) ? says({ tag }) : already),
  move_deal: ({ stageId }, { record }) =>
    (record as { stageId?: string }).stageId === stageId ? already : says({ stageId }),
  call_webhook: ({ webhookId }) => says({ webhookId }),
};
/** What a step that is a deed would do, for the record as it is given. It writes nothing. */
export const wouldDo = async (step: Step & { do: Named }, moment: Moment): Promise<Would> =>
  (tried[step.do] as Tried<Named>)(step as never, moment);
