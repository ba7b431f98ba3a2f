import { assertMayAskFor } from '../../../shared/conditions/condition-store.ts';
import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { assertMayChangeView, assertMayHideView } from '../../../shared/views/may-view.ts';
import { patchView } from '../../../shared/views/view.ts';
import { patchViewRoute } from '../../../shared/views/view-routes.ts';
import { assertRoomFor, referencesOf, seenView, viewStore } from '../../../shared/views/view-store.ts';

export const patchViewOperation = operation(patchViewRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const { actor } = by;
    const view = await seenView(actor, params.viewId, assertMayChangeView);
    assertMatch(view, match);
    if (body.filter) await assertMayAskFor(actor, view.of, body.filter, '/filter');
    const change = patchView(view, body, by);
    if (changesNothing(change)) return view;
    assertMayHideView(actor, view, change.after);
    await assertRoomFor(change.after, view);
    await viewStore.save(change, by, await referencesOf(actor, change.after, view));
    return change.after;
  }),
);
