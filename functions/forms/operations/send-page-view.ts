import { AppError } from '../../../shared/core/errors.ts';
import { webUrl } from '../../../shared/forms/page-info.ts';
import { keepView } from '../../../shared/forms/page-view-store.ts';
import { sendPageViewRoute } from '../../../shared/forms/public-form-routes.ts';
import { admitAddress, admitForm } from '../../../shared/forms/rate-limit-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { type ApiEvent, parsePart, rawBody } from '../../../shared/platform/request.ts';
import { answerPublic } from '../submission/public-answer.ts';

const mostBytes = 8000;

/** A title that was cut in half of a character is no reason to lose a view. */
const wellFormed = (value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);
/** Its own fields alone: what lies deeper is none of a view's, and going down could end the process. */
const repaired = (parsed: unknown): unknown =>
  typeof parsed === 'object' && parsed !== null
    ? Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, wellFormed(value)]))
    : parsed;

/** JSON under any media type: a browser sends `text/plain` to another origin without asking first. */
function bodyOf(event: ApiEvent) {
  const raw = rawBody(event);
  if (raw.length > mostBytes) throw new AppError('too_large', 'body_too_large', 'A page view is short.');
  try {
    return parsePart(sendPageViewRoute.body, repaired(JSON.parse(raw.toString('utf8'))));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AppError('invalid', 'json_malformed', 'The request body is not JSON.');
  }
}

export const sendPageViewOperation = operation(sendPageViewRoute, ({ event, now }) =>
  answerPublic(event, async (form) => {
    const { visitorId, url, title, referrer } = bodyOf(event);
    await admitAddress(form, 'views', event.requestContext.http.sourceIp, now);
    await admitForm(form, 'views', now);
    const { workspaceId, id: formId } = form;
    await keepView({ workspaceId, formId, visitorId, at: now, url, title, referrer: webUrl(referrer) });
    return { statusCode: 204 };
  }),
);
