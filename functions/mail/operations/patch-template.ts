import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { patchTemplate } from '../../../shared/mail/template.ts';
import { patchTemplateRoute } from '../../../shared/mail/template-routes.ts';
import { templateStore } from '../../../shared/mail/template-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchTemplateOperation = operation(patchTemplateRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const template = await templateStore.get(by.actor.workspaceId, params.templateId);
    assertMatch(template, match);
    const change = patchTemplate(template, body, by);
    if (changesNothing(change)) return template;
    await templateStore.save(change, by);
    return change.after;
  }),
);
