import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Key } from '../core/projection.ts';
import { workspacePk } from '../core/record.ts';
import type { Write } from '../platform/commit.ts';
import { getItem } from '../platform/dynamo.ts';
import { Import } from './import.ts';

type Columns = readonly { header: string }[];
const Kept = z.object({ mapping: Import.shape.mapping.unwrap() });

/** Files are alike whose columns have the same headers, in the same order, whatever their case. */
function keyFor({ workspaceId, kind }: Import, columns: Columns): Key {
  const headers = columns.map(({ header }) => header.trim().toLowerCase());
  const hash = createHash('sha256').update(JSON.stringify(headers)).digest('base64url').slice(0, 22);
  return { pk: `${workspacePk(workspaceId)}#MAPPING#${kind.toUpperCase()}#${hash}`, sk: 'MAPPING' };
}
const hasHeader = ({ format }: Pick<Import, 'format'>) =>
  format === undefined || !('hasHeader' in format) || format.hasHeader;

/** Goes with a run: how the columns of its file were mapped is how those of the next one alike are. None of a file without headers. */
export const rememberMapping = (one: Import): Write[] =>
  hasHeader(one) && one.mapping
    ? [{ action: { Put: { Item: { ...keyFor(one, one.columns ?? []), mapping: one.mapping } } } }]
    : [];

/** IMPORT-4: how the columns of a file like this were mapped when the last one was run; one GetItem. */
export async function mappingBefore(
  one: Import,
  read: Pick<Import, 'format'> & { columns: Columns },
): Promise<Import['mapping']> {
  const item = hasHeader(read) ? await getItem(keyFor(one, read.columns)) : undefined;
  return item && Kept.parse(item).mapping;
}
