import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { chosenWorkspace } from '../api/client.ts';
import { useMe } from '../app/me.ts';
import { connectLive } from './connection.ts';
import { liveDoors } from './doors.ts';

/** Keeps what is on the screen as it is in the workspace, while somebody looks at it. */
export function Live() {
  const client = useQueryClient();
  const { id } = useMe();
  useEffect(() => connectLive(liveDoors(client, `${chosenWorkspace() ?? ''} ${id}`)), [client, id]);
  return null;
}
