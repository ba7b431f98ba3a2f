import type { Item, Key, Lent } from '../core/projection.ts';
import { recordKey } from '../core/record.ts';
import { clip } from '../core/text.ts';

/** What of a kind's custom fields reports are split by is the workspace's to say. */
export const customDimension = 'custom';

const workspaceKey = (workspaceId: string): Key => recordKey(workspaceId, 'workspace', workspaceId);
/** What a record borrows to know it; whoever changes it has all records of the kind looked at. */
export const reportFieldBorrowed = ({ workspaceId }: { workspaceId: string }): Lent[] => [
  { ...workspaceKey(workspaceId), lasting: true },
];
/** The key of the field, as the workspace that was borrowed says. */
export function reportFieldOf(kind: 'deal' | 'contact', workspace: Item | undefined): string | undefined {
  const { [kind]: key } = (workspace?.reportFields ?? {}) as Record<string, unknown>;
  return typeof key === 'string' ? key : undefined;
}

/** The name of the field's own dimension: what is counted by one is never taken for what is counted by another. */
export const dimensionOfField = (key: string): string => `${customDimension}.${key}`;
const longestValue = 100; // as keys hold it, whatever its script
/** A record's value of the field. A list, as it may have been written before the field was declared, is none. */
export function customValues(
  custom: Readonly<Record<string, unknown>>,
  key: string | undefined,
): Record<string, string[]> {
  if (key === undefined) return {};
  const { [key]: value } = custom;
  const isOne = ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
  return { [dimensionOfField(key)]: isOne ? [clip(String(value), longestValue)] : [] };
}
