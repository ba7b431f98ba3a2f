import type { Context } from '../core/actor.ts';
import { commit } from '../platform/commit.ts';
import { auditId, byContext } from './audit.ts';
import { auditWrites } from './audit-store.ts';

/** Puts on record that somebody has what was exported: to be called before the link is out. */
export async function noteDownload(
  by: Context,
  exportId: string,
  record: { kind: string; id: string },
): Promise<void> {
  const { actor, now } = by;
  const action = 'export.downloaded' as const;
  const line = { ...byContext(by), id: auditId(action, exportId, actor.id, now), action, record };
  await commit(auditWrites(actor.workspaceId, line));
}
