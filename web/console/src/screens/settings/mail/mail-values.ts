import type { Workspace, WorkspacePatch } from '../../../../../client/src/index.ts';
import type { Saved } from '../parts/draft.ts';

/** The most advertising that a contact gets; a number that was deleted is left out until another is typed. */
export type Cap = { most?: number | undefined; days?: number | undefined };
export type Values = Pick<Workspace, 'marketingNeedsConsent' | 'mailTracking'> & {
  marketingCap: Cap | null;
  /** Addresses and domains in one list, as one types them. */
  neverLog: string[];
};

/** What a cap begins with: that of a new workspace. */
export const firstCap = { most: 4, days: 7 } satisfies Cap;

export const savedOf = ({
  version,
  marketingNeedsConsent,
  marketingCap,
  mailTracking,
  neverLog: { addresses, domains },
}: Workspace): Saved<Values> => ({
  version,
  values: { marketingNeedsConsent, marketingCap, mailTracking, neverLog: [...addresses, ...domains] },
});

/** A domain may be written with its sign before it. */
const isAddress = (text: string) => text.indexOf('@') > 0;
const listsOf = (lines: readonly string[]) => ({
  addresses: lines.filter(isAddress),
  domains: lines.filter((line) => !isAddress(line)),
});

export const patchOf = ({ neverLog, ...changes }: Partial<Values>): WorkspacePatch =>
  ({ ...changes, ...(neverLog && { neverLog: listsOf(neverLog) }) }) as WorkspacePatch;

/** Those of the list that the API refused, by its pointers into what was sent. */
export function refusedLines(lines: readonly string[], pointers: readonly string[]): string[] {
  const lists = listsOf(lines);
  return pointers.flatMap((pointer) => {
    const [, of, list, at] = pointer.split('/');
    if (of !== 'neverLog' || (list !== 'addresses' && list !== 'domains')) return [];
    return lists[list][Number(at)] ?? [];
  });
}
