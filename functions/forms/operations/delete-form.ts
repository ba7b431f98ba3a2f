import { assertMatch } from '../../../shared/core/match.ts';
import { deleteForm } from '../../../shared/forms/form.ts';
import { deleteFormRoute } from '../../../shared/forms/form-routes.ts';
import { formStore, removeForm } from '../../../shared/forms/form-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const deleteFormOperation = operation(deleteFormRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const form = await formStore.get(by.actor.workspaceId, params.formId);
    assertMatch(form, match);
    await removeForm(deleteForm(form), by);
    return undefined;
  }),
);
