import { submitFormRoute } from '../../../shared/forms/public-form-routes.ts';
import type { Receipt } from '../../../shared/forms/submission-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { arrivalOf } from '../submission/arrival.ts';
import { postedOf } from '../submission/body.ts';
import { answerPublic, isBrowser } from '../submission/public-answer.ts';
import { submit } from '../submission/submit.ts';

const asJson = (receipt: Receipt) => ({
  statusCode: submitFormRoute.status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(submitFormRoute.response.parse(receipt)),
});

/** A browser goes on to a page of its own, so that to load it again does not send the form again (RFC 9110, 15.4.4). */
const asRedirect = ({ redirectUrl }: Receipt, formKey: string) => ({
  statusCode: 303,
  headers: { location: redirectUrl ?? `/forms/${formKey}/thanks` },
  body: '',
});

export const submitFormOperation = operation(submitFormRoute, ({ event, now }) =>
  answerPublic(event, async (form) => {
    const receipt = await submit(arrivalOf(form, await postedOf(event), event, now));
    return isBrowser(event) ? asRedirect(receipt, form.formKey) : asJson(receipt);
  }),
);
