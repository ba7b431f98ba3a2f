import { nextInTurn } from '../platform/round-robin.ts';
import { whoAreHere } from './user-store.ts';

/**
 * Who gets a lead: of those that a form or a mailbox names the next in turn who is not gone; nobody where all are. One
 * BatchGet, and one UpdateItem where several take turns.
 */
export const ownerInTurn = async (
  workspaceId: string,
  name: string,
  all: readonly string[],
): Promise<string | undefined> => nextInTurn(workspaceId, name, await whoAreHere(workspaceId, all));
