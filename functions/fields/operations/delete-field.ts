import { assertMatch } from '../../../shared/core/match.ts';
import { deleteField } from '../../../shared/fields/define-field.ts';
import { deleteFieldRoute } from '../../../shared/fields/field-routes.ts';
import { fieldStore, readCatalogue, saveField } from '../../../shared/fields/field-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const deleteFieldOperation = operation(deleteFieldRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const field = await fieldStore.get(workspaceId, params.fieldId);
    assertMatch(field, match);
    await saveField(deleteField(field), await readCatalogue(workspaceId, field.of), by);
    return undefined;
  }),
);
