import { api } from '../../shared/platform/api.ts';
import { getMeOperation } from './operations/get-me.ts';
import { getWorkspaceOperation } from './operations/get-workspace.ts';
import { listUsersOperation } from './operations/list-users.ts';

export const handler = api([listUsersOperation, getMeOperation, getWorkspaceOperation]);
