import * as z from 'zod';
import { idOf } from '../core/ids.ts';

/**
 * That a person was erased, kept outside the table so that a restore cannot bring them back unseen. It says nothing of
 * them: ids, and hashes that nobody can turn back without the deployment's secret.
 */
export const LedgerEntry = z.object({
  workspaceId: idOf('workspace'),
  contactId: idOf('contact'),
  at: z.iso.datetime(),
  addresses: z.array(z.string()),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const ledgerPrefix = 'erasures/';
export const ledgerKey = ({ workspaceId, contactId }: Pick<LedgerEntry, 'workspaceId' | 'contactId'>) =>
  `${ledgerPrefix}${workspaceId}/${contactId}.json`;
