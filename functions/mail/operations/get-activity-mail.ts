import { activityStore } from '../../../shared/activities/activity-store.ts';
import { notFound } from '../../../shared/core/errors.ts';
import { assertSeesWhole } from '../../../shared/core/may-ask.ts';
import { within } from '../../../shared/core/scope.ts';
import { getActivityMailRoute } from '../../../shared/mail/intake-routes.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { showMail, summaryOf } from '../intake/show.ts';

export const getActivityMailOperation = operation(getActivityMailRoute, async ({ actor, params }) => {
  const { workspaceId } = actor;
  assertSeesWhole(actor, 'contact'); // a mail shows whatever people wrote
  const activity = await activityStore.get(within(actor), params.activityId);
  const { mail } = activity;
  if (!mail) throw notFound('mail', params.activityId);
  const intake = mail.intakeId ? await intakeStore.find(workspaceId, mail.intakeId) : undefined;
  if (intake?.message) return showMail(intake.message, intake.rawKey);
  const shown = await showMail(summaryOf(activity, mail), mail.rawKey);
  return mail.textKey ? shown : { ...shown, text: activity.text ?? '' };
});
