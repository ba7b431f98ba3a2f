import { assertMatch } from '../../../shared/core/match.ts';
import { changesNothing } from '../../../shared/core/record.ts';
import { within } from '../../../shared/core/scope.ts';
import { fileBody } from '../../../shared/files/file.ts';
import { patchFile } from '../../../shared/files/file-decisions.ts';
import { patchFileRoute } from '../../../shared/files/file-routes.ts';
import { fileStore, getFile } from '../../../shared/files/file-store.ts';
import { retryLostRace } from '../../../shared/platform/again.ts';
import { operation } from '../../../shared/platform/api.ts';

export const patchFileOperation = operation(patchFileRoute, ({ params, body, match, ...by }) =>
  retryLostRace(async () => {
    const file = await getFile(within(by.actor, 'edit'), params.fileId);
    assertMatch(file, match);
    const change = patchFile(file, body, by);
    if (changesNothing(change)) return fileBody(file);
    await fileStore.save(change, by);
    return fileBody(change.after);
  }),
);
