import { reportCallRoute } from '../../../shared/calls/call-routes.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { assertMayAsk } from '../../../shared/core/may-ask.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { reportCall } from '../reporting/report.ts';

/** Two reports of one call at once: the second finds the activity of the first. */
const isOvertaken = (error: unknown) => error instanceof AppError && error.code === 'reported_call_taken';

export const reportCallOperation = operation(reportCallRoute, async ({ body, ...by }) => {
  assertMayAsk(by.actor, 'contact', ['phones']);
  if (!by.actor.permissions.includes('contacts:read'))
    throw new AppError('forbidden', 'permission_missing', 'This needs the permission contacts:read.');
  const report = () => retryLostRace(() => reportCall(body, by));
  try {
    return await report();
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    return report();
  }
});
