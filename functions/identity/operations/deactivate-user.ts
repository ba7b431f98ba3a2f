import { shownHandover } from '../../../shared/identity/handover.ts';
import { deactivateUserRoute } from '../../../shared/identity/user-routes.ts';
import { operation } from '../../../shared/platform/api.ts';
import { deactivate } from '../people/deactivate.ts';

export const deactivateUserOperation = operation(
  deactivateUserRoute,
  async ({ params, body, match, ...by }) => {
    const { user, handover } = await deactivate(params.userId, body.reassignTo, match, by);
    return { ...user, reassignment: shownHandover(handover) };
  },
);
