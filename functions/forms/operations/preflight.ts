import { preflightHeaders } from '../../../shared/forms/cors.ts';
import {
  preflightPageViewRoute,
  preflightSubmissionRoute,
} from '../../../shared/forms/public-form-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import type { ApiEvent } from '../../../shared/platform/request.ts';
import { answerPublic } from '../submission/public-answer.ts';

const answer = ({ event }: { event: ApiEvent }) =>
  answerPublic(event, async (form) => ({
    statusCode: 204,
    headers: preflightHeaders(form, event.headers.origin),
  }));

export const preflightOperations = [
  operation(preflightSubmissionRoute, answer),
  operation(preflightPageViewRoute, answer),
];
