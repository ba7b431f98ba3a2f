import { auditId, byContext } from '../../../shared/audit/audit.ts';
import { auditColumns, auditCsv } from '../../../shared/audit/audit-csv.ts';
import { auditDaysPage } from '../../../shared/audit/audit-day-store.ts';
import { type AuditEntry, auditEntry } from '../../../shared/audit/audit-entry.ts';
import { type AuditQuery, listAuditRoute } from '../../../shared/audit/audit-routes.ts';
import { auditPage, auditWrites, changesOf } from '../../../shared/audit/audit-store.ts';
import type { Context } from '../../../shared/core/actor.ts';
import type { Page } from '../../../shared/core/page.ts';
import { Answer, operation } from '../../../shared/platform/api.ts';
import { commit } from '../../../shared/platform/commit.ts';
import { wantsCsv } from '../../../shared/platform/wants-csv.ts';

const usualMs = 30 * 86_400_000;

function linesPage(workspaceId: string, now: string, query: AuditQuery) {
  const { recordId, actorId, from, to, ...page } = query;
  if (recordId) return auditPage(workspaceId, { recordId }, { from, to }, page);
  if (actorId) return auditPage(workspaceId, { actorId }, { from, to }, page);
  const until = to !== undefined && to < now ? to : now; // nothing has happened yet of what is to come
  const since = from ?? new Date(Date.parse(until) - usualMs).toISOString();
  const asked = `${from} ${to}`; // as it was asked: a cursor holds although the clock goes on
  return auditDaysPage(workspaceId, { from: since, to: until }, page, asked);
}

/** Taking lines out is a line itself, written before they are given. */
async function asCsv({ items, cursor }: Page<AuditEntry>, by: Context): Promise<Answer> {
  const { workspaceId, id } = by.actor;
  const line = {
    id: auditId('export.made', id, by.cause ?? '', by.now),
    action: 'export.made' as const,
    ...byContext(by),
    record: { kind: 'workspace', id: workspaceId },
    fields: [...auditColumns],
  };
  await commit(auditWrites(workspaceId, line));
  return new Answer({
    statusCode: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="audit.csv"',
      ...(cursor !== undefined && { 'rapport-cursor': cursor }),
    },
    body: await auditCsv(items),
  });
}

/** AUDIT-1 to AUDIT-3, and what each line's change says beyond it. */
export const listAuditOperation = operation(listAuditRoute, async ({ query, event, ...by }) => {
  const { actor, now } = by;
  const { items: lines, cursor } = await linesPage(actor.workspaceId, now, query);
  const changes = await changesOf(actor.workspaceId, lines);
  const items = lines.map((line) => auditEntry(actor, line, changes.get(line.id)));
  return wantsCsv(event.headers.accept) ? asCsv({ items, cursor }, by) : { items, cursor };
});
