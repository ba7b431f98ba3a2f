import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { patchField } from '../../../shared/fields/define-field.ts';
import { patchFieldRoute } from '../../../shared/fields/field-routes.ts';
import { fieldStore, readCatalogue, saveField } from '../../../shared/fields/field-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchFieldOperation = operation(patchFieldRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const { workspaceId } = by.actor;
    const field = await fieldStore.get(workspaceId, params.fieldId);
    assertMatch(field, match);
    const catalogue = await readCatalogue(workspaceId, field.of);
    const change = patchField(field, body, catalogue, by);
    if (changesNothing(change)) return field;
    await saveField(change, catalogue, by);
    return change.after;
  }),
);
