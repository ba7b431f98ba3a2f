import { assertMatch } from '../../../shared/core/match.ts';
import { deleteTemplate } from '../../../shared/mail/template.ts';
import { deleteTemplateRoute } from '../../../shared/mail/template-routes.ts';
import { templateStore } from '../../../shared/mail/template-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const deleteTemplateOperation = operation(deleteTemplateRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const template = await templateStore.get(by.actor.workspaceId, params.templateId);
    assertMatch(template, match);
    await templateStore.save(deleteTemplate(template), by);
    return undefined;
  }),
);
