import { fillTimeToken } from '../../../shared/forms/fill-time-store.ts';
import { getFillTimeRoute } from '../../../shared/forms/public-form-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { answerPublic } from '../submission/public-answer.ts';

export const getFillTimeOperation = operation(getFillTimeRoute, ({ event, now }) =>
  answerPublic(event, async ({ formKey }) => ({
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: await fillTimeToken(formKey, Date.parse(now)) }),
  })),
);
