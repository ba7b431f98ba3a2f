import type { Actor } from '../../../shared/core/actor.ts';
import { shownRecords } from '../../../shared/notifications/shown-records-store.ts';
import type { ReportRow } from '../../../shared/reports/csv/report-rows.ts';

/** What the users, teams, companies and products that rows are of are called, those that this actor may see; a BatchGet a hundred. */
export async function labelsOf(actor: Actor, rows: readonly ReportRow[]): Promise<Map<string, string>> {
  const values = new Set(rows.flatMap(({ says }) => says.value || []));
  const records = await shownRecords(actor, [...values]);
  return new Map([...records].map(([id, { name }]) => [id, name]));
}
