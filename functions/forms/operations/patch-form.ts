import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { patchForm } from '../../../shared/forms/form.ts';
import { patchFormRoute } from '../../../shared/forms/form-routes.ts';
import { formStore, saveForm } from '../../../shared/forms/form-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { checkPipeline } from './check-references.ts';
import { shown } from './shown-form.ts';

export const patchFormOperation = operation(patchFormRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const form = await formStore.get(by.actor.workspaceId, params.formId);
    assertMatch(form, match);
    const change = patchForm(form, body, by);
    if (body.opensDeal || body.owner !== undefined) await checkPipeline(change.after);
    if (changesNothing(change)) return shown(form);
    await saveForm(change, by);
    return shown(change.after);
  }),
);
