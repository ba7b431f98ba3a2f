import { listMailIntakeRoute } from '../../../shared/mail/intake-routes.ts';
import { intakePage } from '../../../shared/mail/intake-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { showIntake } from '../intake/show.ts';

export const listMailIntakeOperation = operation(listMailIntakeRoute, async ({ actor, query }) => {
  const { status, reason, ...page } = query;
  const { items, cursor } = await intakePage(actor.workspaceId, { status, reason }, page);
  return { items: items.map(showIntake), cursor };
});
