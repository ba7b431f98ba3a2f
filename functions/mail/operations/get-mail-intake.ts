import type { Reason } from '../../../shared/mail/intake-reasons.ts';
import { getMailIntakeRoute } from '../../../shared/mail/intake-routes.ts';
import { intakeSums, readListing } from '../../../shared/mail/intake-store.ts';
import { operation } from '../../../shared/platform/api.ts';

const list = '/v1/mail/intake/messages?status=';
const prefix = 'skipped.';

export const getMailIntakeOperation = operation(getMailIntakeRoute, async ({ actor }) => {
  const [sums, { last }] = await Promise.all([intakeSums(actor.workspaceId), readListing()]);
  const reasons = Object.entries(sums).flatMap(([name, count]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length) as Reason, count] as const] : [],
  );
  return {
    received: sums.received ?? 0,
    logged: sums.logged ?? 0,
    skipped: Object.fromEntries(reasons),
    failed: sums.failed ?? 0,
    ...(last && { lastReconciled: last }),
    links: {
      received: `${list}received`,
      logged: `${list}logged`,
      skipped: Object.fromEntries(reasons.map(([reason]) => [reason, `${list}skipped&reason=${reason}`])),
      failed: `${list}failed`,
    },
  };
});
