import { api } from '../../shared/platform/api.ts';
import { createKeyOperation } from './operations/create-key.ts';
import { endSessionOperation } from './operations/end-session.ts';
import { getKeyOperation } from './operations/get-key.ts';
import { getMeOperation } from './operations/get-me.ts';
import { getWorkspaceOperation } from './operations/get-workspace.ts';
import { listKeysOperation } from './operations/list-keys.ts';
import { listSessionsOperation } from './operations/list-sessions.ts';
import { listUsersOperation } from './operations/list-users.ts';
import { patchKeyOperation } from './operations/patch-key.ts';
import { revokeKeyOperation } from './operations/revoke-key.ts';
import { signOutOperation } from './operations/sign-out.ts';
import { signOutEverywhereOperation } from './operations/sign-out-everywhere.ts';

export const handler = api([
  listUsersOperation,
  getMeOperation,
  getWorkspaceOperation,
  createKeyOperation,
  listKeysOperation,
  getKeyOperation,
  patchKeyOperation,
  revokeKeyOperation,
  listSessionsOperation,
  signOutOperation,
  endSessionOperation,
  signOutEverywhereOperation,
]);
