import { AppError } from '../../../shared/core/errors.ts';
import { retryMailIntakeMessageRoute } from '../../../shared/mail/intake-routes.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { queueMail } from '../intake/queue-mail.ts';
import { showIntake } from '../intake/show.ts';

export const retryMailIntakeMessageOperation = operation(
  retryMailIntakeMessageRoute,
  async ({ actor, params: { intakeId } }) => {
    const { workspaceId } = actor;
    const intake = await intakeStore.get(workspaceId, intakeId);
    if (intake.status !== 'failed') {
      throw new AppError('conflict', 'intake_not_failed', `${intakeId} is ${intake.status}.`);
    }
    await queueMail([{ retry: { workspaceId, intakeId } }]);
    return showIntake(intake);
  },
);
