import { type Bye, type Connection, isYoung } from '../../../shared/live/connection.ts';
import { forgetConnection } from '../../../shared/live/connection-store.ts';
import type { LiveMessage } from '../../../shared/live/live-message.ts';
import { disconnect, postTo } from '../../../shared/platform/live-gateway.ts';
import { logger } from '../../../shared/platform/logger.ts';

/** That the reason does not arrive keeps nothing from ending. */
async function sayBye(connectionId: string, reason: Bye): Promise<void> {
  const bye: LiveMessage = { action: 'bye', reason };
  await postTo(connectionId, bye).catch((error: unknown) =>
    logger.warn('a connection was not told why it ends', { connectionId, error: error as Error }),
  );
}

/**
 * Ends a connection, tells its client why, and forgets it. It is forgotten last, so that a repetition after a kill still finds it.
 * False where it may yet be in its handshake, which cannot be ended: it is to be tried again.
 */
export async function endConnection(connection: Connection, reason: Bye, now: string): Promise<boolean> {
  const { connectionId } = connection;
  await sayBye(connectionId, reason);
  const wasThere = await disconnect(connectionId);
  if (!wasThere && isYoung(connection, now)) return false;
  await forgetConnection(connection);
  return true;
}
