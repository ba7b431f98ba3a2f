import { embedSource } from '../../../shared/forms/embed-source.ts';
import { getEmbedScriptRoute } from '../../../shared/forms/public-form-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { isUnchanged } from '../../../shared/platform/request.ts';
import { answerPublic } from '../submission/public-answer.ts';

const secondsKept = 300;

/** A page that may not send the form may still load its script: whatever its origin, there is nothing secret in it. */
export const getEmbedScriptOperation = operation(getEmbedScriptRoute, ({ event }) =>
  answerPublic({ ...event, headers: { ...event.headers, origin: undefined } }, async (form) => {
    const { source, etag } = embedSource(form);
    const headers = {
      etag,
      'cache-control': `public, max-age=${secondsKept}`,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    };
    if (isUnchanged(event, etag)) return { statusCode: 304, headers };
    return {
      statusCode: 200,
      headers: { ...headers, 'content-type': 'text/javascript; charset=utf-8' },
      body: source,
    };
  }),
);
