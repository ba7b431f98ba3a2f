import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { notFound } from '../../../shared/core/errors.ts';
import { within } from '../../../shared/core/scope.ts';
import { operation } from '../../../shared/platform/api.ts';
import { eraseContactRoute } from '../../../shared/privacy/privacy-routes.ts';
import { beginErasure } from '../erasing/begin.ts';

export const eraseContactOperation = operation(eraseContactRoute, async (input) => {
  const { contactId } = input.params;
  const scope = within(input.actor);
  // Who lies in the trash may be erased as well, and nobody has to wait for the purge.
  if (!(await contactStore.findTrashed(scope, contactId))) await contactStore.get(scope, contactId);
  const erasure = await beginErasure(contactId, input);
  if (!erasure) throw notFound('contact', contactId);
  return erasure;
});
