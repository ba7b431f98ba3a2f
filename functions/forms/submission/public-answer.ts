import { AppError } from '../../../shared/core/errors.ts';
import { assertOrigin, corsHeaders } from '../../../shared/forms/cors.ts';
import type { Form } from '../../../shared/forms/form.ts';
import { openForm } from '../../../shared/forms/form-store.ts';
import { escapeHtml, smallPage } from '../../../shared/forms/html.ts';
import { prefersHtml } from '../../../shared/forms/prefers-html.ts';
import { pagePolicy } from '../../../shared/platform/answer-headers.ts';
import { Answer } from '../../../shared/platform/api.ts';
import { problemOf } from '../../../shared/platform/problem.ts';
import { type ApiEvent, mediaType } from '../../../shared/platform/request.ts';

type Result = Answer['result'];

/** Whether a browser sent the form by itself, so that a person sees the answer as a page. */
export const isBrowser = (event: ApiEvent) =>
  mediaType(event) !== 'application/json' && prefersHtml(event.headers.accept);

const htmlHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': pagePolicy(),
};
export const htmlAnswer = (statusCode: number, title: string, body: string): Result => ({
  statusCode,
  headers: htmlHeaders,
  body: smallPage(title, body),
});

/** A refusal in words, with each field's fault; the browser's way back keeps what was typed. */
function pageOf(error: AppError, form: Form | undefined, requestId: string): Result {
  const label = (pointer: string) =>
    form?.fields.find(({ name }) => `/${name}` === pointer)?.label ?? pointer.slice(1);
  const faults = (error.more.errors ?? []).map(
    ({ pointer, detail }) => `<li><strong>${escapeHtml(label(pointer))}</strong> ${escapeHtml(detail)}</li>`,
  );
  const list = faults.length > 0 ? `<ul>${faults.join('')}</ul>` : `<p>${escapeHtml(error.message)}</p>`;
  const page = htmlAnswer(
    error.status,
    'This was not sent',
    `${list}<p>Go back, mend it and send it again.</p>`,
  );
  const { 'content-type': _, ...headers } = problemOf(error, requestId).headers ?? {};
  return { ...page, headers: { ...headers, ...page.headers } };
}

const withHeaders = (result: Result, headers: Record<string, string>): Answer =>
  new Answer({ ...result, headers: { ...result.headers, ...headers } });

/**
 * Answers a public request about an open form: its errors too carry what lets the page's script read them, and a browser
 * sees them as a page. What is no `AppError` stays the shell's to answer.
 */
export async function answerPublic(event: ApiEvent, run: (form: Form) => Promise<Result>): Promise<Answer> {
  const { origin } = event.headers;
  const anybody = { 'access-control-allow-origin': '*' }; // that a form is not there is no secret
  let form: Form | undefined;
  try {
    form = await openForm(event.pathParameters?.formKey ?? '');
    assertOrigin(form, origin);
    return withHeaders(await run(form), corsHeaders(form, origin));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { requestId } = event.requestContext;
    const result = isBrowser(event) ? pageOf(error, form, requestId) : problemOf(error, requestId);
    return withHeaders(result as Result, form ? corsHeaders(form, origin) : anybody);
  }
}
