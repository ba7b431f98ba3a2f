import { listChangesRoute } from '../../../shared/changes/change-routes.ts';
import { settledAt } from '../../../shared/changes/feed-line.ts';
import { cursorAt, feedPage, positionOf } from '../../../shared/changes/feed-store.ts';
import { visibleLines } from '../../../shared/changes/visible-lines-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const listChangesOperation = operation(listChangesRoute, async ({ actor, now, query }) => {
  const { workspaceId } = actor;
  const { cursor: given, from, limit } = query;
  if (from === 'now') {
    return { items: [], cursor: await cursorAt(workspaceId, settledAt(now)), caughtUp: true };
  }
  const start = given ? await positionOf(workspaceId, given, now) : undefined;
  const { lines, position, caughtUp } = await feedPage(workspaceId, start, limit, now);
  const [items, cursor] = await Promise.all([visibleLines(actor, lines), cursorAt(workspaceId, position)]);
  return { items, cursor, caughtUp };
});
