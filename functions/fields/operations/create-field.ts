import { createField } from '../../../shared/fields/define-field.ts';
import { createFieldRoute } from '../../../shared/fields/field-routes.ts';
import { readCatalogue, saveField } from '../../../shared/fields/field-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createFieldOperation = operation(createFieldRoute, ({ body, ...by }) =>
  retryLostRace(async () => {
    const catalogue = await readCatalogue(by.actor.workspaceId, body.of);
    const change = createField(body, catalogue, by);
    await saveField(change, catalogue, by);
    return change.after;
  }),
);
