import { operation } from '../../../shared/platform/api.ts';
import { readContactOutlooksRoute } from '../../../shared/scoring/outlook-routes.ts';
import { outlooksFor } from '../../../shared/scoring/outlook-store.ts';

export const readContactOutlooksOperation = operation(
  readContactOutlooksRoute,
  async ({ actor, body, now }) => ({ items: await outlooksFor(actor, body.ids, now) }),
);
