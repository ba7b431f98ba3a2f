import { addByHand } from '../../../shared/mail/suppression-list-store.ts';
import { createSuppressionRoute } from '../../../shared/mail/suppression-routes.ts';
import { operation } from '../../../shared/platform/api.ts';

export const createSuppressionOperation = operation(createSuppressionRoute, ({ body, ...by }) =>
  addByHand(body, by),
);
