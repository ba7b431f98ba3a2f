import { assertMayAskFor } from '../../../shared/conditions/condition-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertHasViews } from '../../../shared/views/may-view.ts';
import { createView } from '../../../shared/views/view.ts';
import { createViewRoute } from '../../../shared/views/view-routes.ts';
import { assertRoomFor, referencesOf, viewStore } from '../../../shared/views/view-store.ts';

export const createViewOperation = operation(createViewRoute, async ({ body, ...by }) => {
  assertHasViews(by.actor);
  if (body.filter) await assertMayAskFor(by.actor, body.of, body.filter, '/filter');
  const change = createView(body, by);
  await assertRoomFor(change.after);
  await viewStore.save(change, by, await referencesOf(by.actor, change.after));
  return change.after;
});
