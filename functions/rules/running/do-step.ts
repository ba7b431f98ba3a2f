import type { Step } from '../../../shared/rules/step.ts';
import { assign } from './assign.ts';
import { callWebhook } from './call-webhook.ts';
import { makeTask } from './create-task.ts';
import type { Came, Deed, Moment } from './moment.ts';
import { notify } from './notify.ts';
import { patched } from './patch-record.ts';
import { sendMail } from './send-mail.ts';

type Named = Exclude<Step['do'], 'wait' | 'branch' | 'stop'>;
const deeds: { [D in Named]: Deed<D> } = {
  send_mail: sendMail,
  create_task: makeTask,
  assign,
  set_field: patched,
  add_tag: patched,
  remove_tag: patched,
  move_deal: patched,
  notify,
  call_webhook: callWebhook,
};
/** Does a step that is a deed. */
export const doStep = (step: Step & { do: Named }, moment: Moment): Promise<Came> =>
  (deeds[step.do] as Deed<Named>)(step as never, moment);
