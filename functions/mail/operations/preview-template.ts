import { contactStore } from '../../../shared/contacts/contact-store.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { contactValues, exampleValues, type MergeValues } from '../../../shared/mail/merge-fields.ts';
import { renderMail } from '../../../shared/mail/render.ts';
import { previewTemplateRoute } from '../../../shared/mail/template-routes.ts';
import { templateStore } from '../../../shared/mail/template-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

async function valuesFor(workspaceId: string, contactId: string): Promise<MergeValues> {
  const contact = await contactStore.get(workspaceId, contactId);
  const owner = contact.ownerId ? await userStore.find(workspaceId, contact.ownerId) : undefined;
  return { ...contactValues(contact, contact.emails[0]?.address ?? ''), 'owner.name': owner?.name };
}

export const previewTemplateOperation = operation(previewTemplateRoute, async ({ actor, params, body }) => {
  const { workspaceId } = actor;
  const template = await templateStore.get(workspaceId, params.templateId);
  const { name } = await workspaceOf(workspaceId);
  const known = body.contactId ? await valuesFor(workspaceId, body.contactId) : {};
  return renderMail(template, { ...exampleValues, 'workspace.name': name, ...known });
});
