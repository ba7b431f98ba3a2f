import { workspacePk } from '../core/record.ts';
import { updateItem } from './dynamo.ts';

/**
 * The next of several in turn: one atomic UpdateItem, outside of any transaction, so that rivals never wait for each
 * other. A step that fails afterwards leaves a gap in the turn, which harms nobody.
 */
export async function nextInTurn(
  workspaceId: string,
  name: string,
  all: readonly string[],
): Promise<string | undefined> {
  if (all.length < 2) return all[0];
  const key = { pk: `${workspacePk(workspaceId)}#TURN#${name}`, sk: 'TURN' };
  const { turn } = await updateItem(key, {
    UpdateExpression: 'ADD turn :one',
    ExpressionAttributeValues: { ':one': 1 },
  });
  return all[(Number(turn) - 1) % all.length];
}
