import { within } from '../../../shared/core/scope.ts';
import { fileBody } from '../../../shared/files/file.ts';
import { getFileRoute } from '../../../shared/files/file-routes.ts';
import { getFile } from '../../../shared/files/file-store.ts';
import { operation } from '../../../shared/platform/api.ts';

export const getFileOperation = operation(getFileRoute, async ({ actor, params }) =>
  fileBody(await getFile(within(actor), params.fileId)),
);
