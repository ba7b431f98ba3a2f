import { operation } from '../../../shared/platform/api.ts';
import { listSegmentsRoute } from '../../../shared/segments/segment-routes.ts';
import { readyAmong, segmentPage } from '../../../shared/segments/segment-store.ts';

export const listSegmentsOperation = operation(listSegmentsRoute, async ({ actor, query }) => {
  const { of, ...asked } = query;
  const page = await segmentPage(actor.workspaceId, of, asked);
  const ready = await readyAmong(page.items);
  return { ...page, items: page.items.map((segment) => ({ ...segment, ready: ready.has(segment.id) })) };
});
