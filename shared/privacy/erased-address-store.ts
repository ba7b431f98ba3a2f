import { AppError } from '../core/errors.ts';
import type { Write } from '../platform/commit.ts';
import { keyedHash } from './address-hash-store.ts';
import { erasedKey } from './erased-address.ts';

const hashesOf = (workspaceId: string, emailKeys: readonly string[]) =>
  Promise.all([...new Set(emailKeys)].map((key) => keyedHash(workspaceId, key)));

const personErased = (n: number) => {
  const detail = 'This person was erased. Only they themselves can come back, by a form or a mail.';
  return new AppError('conflict', 'person_erased', detail, {
    errors: [{ pointer: `/emails/${n}/address`, code: 'person_erased', detail }],
  });
};

/**
 * ERASED-1: holds a transaction that gives a contact these addresses (folded) to none of them being an erased person's.
 * Throws `person_erased`.
 */
export async function mustNotBeErased(workspaceId: string, emailKeys: readonly string[]): Promise<Write[]> {
  const hashes = await hashesOf(workspaceId, emailKeys);
  return hashes.map((hash, n) => ({
    action: {
      ConditionCheck: { Key: erasedKey(workspaceId, hash), ConditionExpression: 'attribute_not_exists(pk)' },
    },
    refused: () => personErased(n),
  }));
}

/** Goes with the contact that a person's own form or mail makes: they have come back, whatever was erased of them. */
export async function welcomeBack(workspaceId: string, emailKeys: readonly string[]): Promise<Write[]> {
  const hashes = await hashesOf(workspaceId, emailKeys);
  return hashes.map((hash) => ({ action: { Delete: { Key: erasedKey(workspaceId, hash) } } }));
}

/** Goes with the erasure itself. */
export const blockWrites = (
  workspaceId: string,
  hashes: readonly string[],
  erased: { at: string; erasureId: string },
): Write[] =>
  hashes.map((hash) => ({
    action: { Put: { Item: { ...erasedKey(workspaceId, hash), workspaceId, ...erased } } },
  }));
