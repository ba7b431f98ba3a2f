import { escapeHtml } from '../../../shared/forms/html.ts';
import { getThanksRoute } from '../../../shared/forms/public-form-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { answerPublic, htmlAnswer } from '../submission/public-answer.ts';

export const getThanksOperation = operation(getThanksRoute, ({ event }) =>
  answerPublic(event, async ({ thanks }) => htmlAnswer(200, 'Sent', `<p>${escapeHtml(thanks)}</p>`)),
);
