import { handler as contacts } from '../../../functions/contacts/api.ts';
import { handler as fields } from '../../../functions/fields/api.ts';
import { createContactRoute, patchContactRoute } from '../../../shared/contacts/contact-routes.ts';
import { newId } from '../../../shared/core/ids.ts';
import { createFieldRoute, patchFieldRoute } from '../../../shared/fields/field-routes.ts';
import { workspaceRecord } from '../../../shared/workspaces/workspace.ts';
import { aWorkspace } from '../../fixtures/workspace.ts';
import { type Call, call } from '../../helpers/call.ts';
import { keep } from '../../helpers/keep.ts';

/** A workspace of its own for each test: what a process knows of its fields begins anew. */
export async function fieldsWorld(over: { undeclaredFields?: 'accept' | 'refuse' } = {}) {
  const workspaceId = newId('workspace');
  await keep(workspaceRecord, aWorkspace({ id: workspaceId, ...over }));
  const at = { workspaceId };
  return {
    workspaceId,
    define: (body: object, more: Call = {}) =>
      call(fields, createFieldRoute, { body: { of: 'contact', label: 'A label', ...body }, ...at, ...more }),
    change: (fieldId: string, body: object, more: Call = {}) =>
      call(fields, patchFieldRoute, { params: { fieldId }, body, ...at, ...more }),
    create: (custom: object | undefined, more: Call = {}) =>
      call(contacts, createContactRoute, { body: { custom }, ...at, ...more }),
    patch: (contactId: string, body: object, more: Call = {}) =>
      call(contacts, patchContactRoute, { params: { contactId }, body, ...at, ...more }),
  };
}
export const faultsOf = ({ body }: { body: { errors?: { pointer: string; code: string }[] } }) =>
  (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
