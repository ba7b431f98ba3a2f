import { assertMatch } from '../../../shared/core/match.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertMayChangeView } from '../../../shared/views/may-view.ts';
import { deleteView } from '../../../shared/views/view.ts';
import { deleteViewRoute } from '../../../shared/views/view-routes.ts';
import { seenView, viewStore } from '../../../shared/views/view-store.ts';

export const deleteViewOperation = operation(deleteViewRoute, ({ params, match, ...by }) =>
  retryLostRace(async () => {
    const view = await seenView(by.actor, params.viewId, assertMayChangeView);
    assertMatch(view, match);
    await viewStore.save(deleteView(view), by);
    return undefined;
  }),
);
