import { auditItems } from '../../shared/audit/audit.ts';
import { changeOfItem, lineOfChange } from '../../shared/audit/change-line.ts';
import type { Item } from '../../shared/core/projection.ts';
import { changeItemType } from '../../shared/core/record.ts';
import { putAll } from '../../shared/platform/batch-write.ts';
import { readAll } from './dynamo.ts';

/** Every change item of the table, in the order of their moments. */
export const allChanges = async (): Promise<Item[]> =>
  (await Array.fromAsync(readAll()))
    .filter(({ type }) => type === changeItemType)
    .sort((a, b) => (a.sk < b.sk ? -1 : 1));

/** Lets every change, or those given, have its lines, as the publisher would have made them. */
export async function settleAudit(of?: Item[]): Promise<void> {
  const changes = (of ?? (await allChanges())).map(changeOfItem);
  const left = await putAll(
    changes.flatMap((change) => auditItems(change.workspaceId, lineOfChange(change))),
  );
  if (left.length > 0) throw new Error(`${left.length} lines stayed unwritten`);
}
