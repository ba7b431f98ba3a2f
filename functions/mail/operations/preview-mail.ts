import { assertFillable } from '../../../shared/mail/template.ts';
import { previewMailRoute } from '../../../shared/mail/template-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { previewOf } from '../writing/preview.ts';

export const previewMailOperation = operation(previewMailRoute, ({ actor, body }) => {
  const { contactId, dealId, ...words } = body;
  assertFillable(words);
  return previewOf(actor, words, { contactId, dealId });
});
