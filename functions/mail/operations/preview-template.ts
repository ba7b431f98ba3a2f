import { contactStore } from '../../../shared/contacts/contact-store.ts';
import type { Actor } from '../../../shared/core/actor.ts';
import { within } from '../../../shared/core/scope.ts';
import { veiled } from '../../../shared/core/veil.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { contactValues, exampleValues, type MergeValues } from '../../../shared/mail/merge-fields.ts';
import { renderMail } from '../../../shared/mail/render.ts';
import { previewTemplateRoute } from '../../../shared/mail/template-routes.ts';
import { templateStore } from '../../../shared/mail/template-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { workspaceOf } from '../../../shared/workspaces/workspace-store.ts';

async function valuesFor(actor: Actor, contactId: string): Promise<MergeValues> {
  const { workspaceId } = actor;
  const contact = veiled(actor, 'contact', await contactStore.get(within(actor), contactId));
  const owner = contact.ownerId ? await userStore.find(workspaceId, contact.ownerId) : undefined;
  return { ...contactValues(contact, contact.emails?.[0]?.address ?? ''), 'owner.name': owner?.name };
}

export const previewTemplateOperation = operation(previewTemplateRoute, async ({ actor, params, body }) => {
  const { workspaceId } = actor;
  const template = await templateStore.get(workspaceId, params.templateId);
  const { name } = await workspaceOf(workspaceId);
  const known = body.contactId ? await valuesFor(actor, body.contactId) : {};
  return renderMail(template, { ...exampleValues, 'workspace.name': name, ...known });
});
