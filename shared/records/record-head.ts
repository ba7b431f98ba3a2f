import * as z from 'zod';
import { kindOfId } from '../core/ids.ts';
import { governedKinds } from '../core/policy.ts';
import type { Who } from '../core/rights.ts';
import { clip } from '../core/text.ts';
import { veiledAny } from './any-record.ts';

/** As much of a record as a line about another shows. */
export const RecordHead = z.object({ id: z.string(), type: z.enum(governedKinds), name: z.string() });
export type RecordHead = z.infer<typeof RecordHead>;

type Named = {
  firstName?: string;
  lastName?: string;
  emails?: { address?: string }[];
  phones?: { number?: string }[];
} & Record<string, unknown>;
const nameFields = ['name', 'title', 'subject', 'what', 'number', 'text'];
const mostName = 200;

function nameIn(record: Named): string | undefined {
  const { firstName, lastName, emails = [], phones = [] } = record;
  const person = [firstName, lastName].filter(Boolean).join(' ');
  const own = nameFields.map((field) => record[field]).find((one) => typeof one === 'string');
  return person || (own as string | undefined) || emails[0]?.address || phones[0]?.number;
}

/** A stored record as its reader may see it: never a name that stands in a hidden field. */
export function headOf(who: Who, record: { id: string }): RecordHead {
  const shown = veiledAny(who, record) as Named;
  const type = kindOfId(record.id) as RecordHead['type'];
  return { id: record.id, type, name: clip(nameIn(shown) ?? record.id, mostName) };
}
