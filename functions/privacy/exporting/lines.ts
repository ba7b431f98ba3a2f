import { stringify } from 'csv-stringify/sync';
import { shownEntry, type TimelineEntry } from '../../../shared/activities/timeline.ts';
import { csvSettings } from '../../../shared/core/csv-settings.ts';
import { veiledChanges } from '../../../shared/core/veil.ts';
import { timelineOf } from '../erasing/history.ts';
import type { Person } from './person.ts';

/** JSON Lines (jsonlines.org): a record a line. */
export async function* jsonLines(records: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
}

/** Everything that happened and every change, oldest first (of each of their ids by itself), without what the asker may not see. */
export async function* timelineEntries({
  workspaceId,
  ids,
  hidden,
  seesActivities,
}: Person): AsyncGenerator<TimelineEntry> {
  for (const id of ids)
    for await (const item of timelineOf(workspaceId, 'contact', id)) {
      const entry = shownEntry(item);
      if (entry.type === 'activity' && !seesActivities) continue;
      yield entry.type === 'change'
        ? ({ ...entry, fields: veiledChanges(entry.fields, hidden) } as TimelineEntry)
        : entry;
    }
}

const columns = ['at', 'type', 'kind', 'direction', 'subject', 'text', 'fields', 'by'];
export const csvLine = (cells: (string | undefined)[]) => stringify([cells], csvSettings);

function cellsOf(entry: TimelineEntry): (string | undefined)[] {
  const { at, type } = entry;
  if (entry.type === 'change')
    return [at, type, entry.kind, '', '', '', Object.keys(entry.fields).join(' '), entry.by.id];
  if (entry.type === 'file')
    return [at, type, entry.file.kind, '', entry.file.name, '', '', entry.file.by.id];
  const { kind, direction, subject, text, by } = entry.activity;
  return [at, type, kind, direction, subject, text, '', by.id];
}

export async function* timelineCsv(person: Person): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const entry of timelineEntries(person)) yield csvLine(cellsOf(entry));
}
