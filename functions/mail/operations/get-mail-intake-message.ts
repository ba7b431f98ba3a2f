import { getMailIntakeMessageRoute } from '../../../shared/mail/intake-routes.ts';
import { intakeStore } from '../../../shared/mail/intake-store.ts';
import { linkTo } from '../../../shared/mail/mail-bucket-store.ts';
import { operation } from '../../../shared/platform/api.ts';
import { showIntake, showMail } from '../intake/show.ts';

export const getMailIntakeMessageOperation = operation(
  getMailIntakeMessageRoute,
  async ({ actor, params }) => {
    const intake = await intakeStore.get(actor.workspaceId, params.intakeId);
    const { message, rawKey } = intake;
    const rawUrl = await linkTo(rawKey, 'mail.eml');
    return { ...showIntake(intake), ...(message && { mail: await showMail(message, rawKey) }), rawUrl };
  },
);
