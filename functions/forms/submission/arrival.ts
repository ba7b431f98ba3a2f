import type { Context } from '../../../shared/core/actor.ts';
import { systemContext } from '../../../shared/core/actor.ts';
import type { Form } from '../../../shared/forms/form.ts';
import { type PageInfo, pageInfoOf, visitorIdOf } from '../../../shared/forms/page-info.ts';
import { isTrapped, type Posted, type Values, valuesOf } from '../../../shared/forms/posted.ts';
import { type Identity, identityOf } from '../../../shared/forms/submission-identity.ts';
import type { ApiEvent } from '../../../shared/platform/request.ts';

/** A post that is valid, and all that is known of it. */
export type Arrival = {
  form: Form;
  values: Values;
  page: PageInfo;
  visitorId: string | undefined;
  identity: Identity;
  trapped: boolean;
  /** Of the sender's machine. */
  address: string;
  token: string | undefined;
  by: Context;
};

const longestNonce = 100;

/** Throws `validation_failed`. */
export function arrivalOf(form: Form, posted: Posted, event: ApiEvent, now: string): Arrival {
  const values = valuesOf(form, posted);
  const nonce = posted.get('_nonce')?.[0]?.slice(0, longestNonce);
  const { requestId, http } = event.requestContext;
  return {
    form,
    values,
    page: pageInfoOf(posted, event.headers),
    visitorId: visitorIdOf(posted),
    identity: identityOf(form.id, values, { nonce, key: event.headers['idempotency-key'] }),
    trapped: isTrapped(form, posted),
    address: http.sourceIp,
    token: posted.get('_token')?.[0],
    by: systemContext(form.workspaceId, 'form', form.id, now, requestId),
  };
}
