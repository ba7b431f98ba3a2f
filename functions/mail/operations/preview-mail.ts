import { assertFillable } from '../../../shared/mail/template.ts';
import { previewMailRoute } from '../../../shared/mail/template-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { previewOf } from '../writing/preview.ts';

export const previewMailOperation = operation(previewMailRoute, ({ actor, body }) => {
  const { subject, text, html, ...as } = body;
  const words = { subject, text, html };
  assertFillable(words);
  return previewOf(actor, words, as);
});
