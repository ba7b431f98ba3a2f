import type { NewDataExport } from '../../../../client/src/index.ts';
import type { ExportedKind } from './export-kinds.ts';

/** Records that can be taken along: all of a kind, those of a list as it is now, or of a segment. */
export type Exported = {
  kind: ExportedKind;
  filter?: Record<string, unknown>;
  segment?: { id: string; name: string | undefined };
  /** The fields that are shown of them; left out where none are. */
  shown?: string[];
  /** How many they are, or are at least. */
  known?: { count: number; isWhole: boolean };
};

export type Choices = {
  format: NewDataExport['format'];
  columns: 'all' | 'shown';
  forExcel: boolean;
};
export const usualChoices: Choices = { format: 'csv', columns: 'all', forExcel: true };

/** What the API is asked for. `timeZone`: in which the file tells moments, where somebody has one of their own. */
export function newExport(
  { kind, filter, segment, shown }: Exported,
  { format, columns, forExcel }: Choices,
  timeZone?: string,
): NewDataExport {
  const isCsv = format === 'csv';
  return {
    kind,
    format,
    ...(filter && { filter }),
    ...(segment && { segmentId: segment.id }),
    ...(columns === 'shown' && shown && { columns: shown }),
    ...(isCsv && { byteOrderMark: forExcel }),
    ...(isCsv && timeZone && { timeZone }),
  };
}
