import { getHealthRoute } from '../../../shared/docs/docs-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { getItem } from '../../../shared/platform/dynamo.ts';

export const getHealthOperation = operation(getHealthRoute, async () => {
  await getItem({ pk: 'HEALTH', sk: 'HEALTH' }, false);
  return { status: 'ok' as const };
});
