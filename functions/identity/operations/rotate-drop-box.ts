import { answeringWith } from '../../../shared/core/actor.ts';
import { AppError } from '../../../shared/core/errors.ts';
import { rotateDropBox } from '../../../shared/identity/user-life.ts';
import { rotateDropBoxRoute } from '../../../shared/identity/user-routes.ts';
import { userStore } from '../../../shared/identity/user-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';
import { dropBoxOf } from '../people/drop-box-of.ts';

const domainMissing = () =>
  new AppError('conflict', 'mail_domain_missing', 'No mail domain is held to this workspace.');

export const rotateDropBoxOperation = operation(rotateDropBoxRoute, ({ ...by }) =>
  retryLostRace(async () => {
    const change = rotateDropBox(await userStore.get(by.actor.workspaceId, by.actor.id), by);
    const dropBox = await dropBoxOf(change.after);
    if (!dropBox) throw domainMissing();
    const body = { dropBoxAddress: dropBox };
    await userStore.save(
      change,
      answeringWith(by, () => body),
    );
    return body;
  }),
);
