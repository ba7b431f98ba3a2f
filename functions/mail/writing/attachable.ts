import { AppError, invalidField, referenceUnknown } from '../../../shared/core/errors.ts';
import type { Scope } from '../../../shared/core/scope.ts';
import { currentOf, type File } from '../../../shared/files/file.ts';
import { getFile } from '../../../shared/files/file-store.ts';
import { mostAttachedBytes } from '../../../shared/mail/contact-mail.ts';
import type { Attachment } from '../../../shared/mail/message.ts';

async function seenFile(scope: Scope, id: string, pointer: string): Promise<File> {
  try {
    return await getFile(scope, id);
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found')
      throw referenceUnknown(pointer, `There is no file ${id}.`);
    throw error;
  }
}

async function attachmentOf(scope: Scope, id: string, n: number, of: readonly string[]): Promise<Attachment> {
  const pointer = `/attachments/${n}`;
  const file = await seenFile(scope, id, pointer);
  if (!of.includes(file.recordId))
    throw invalidField(pointer, 'file_of_another', 'It is no file of the contact or of the deal.');
  const version = currentOf(file);
  if (!version) throw invalidField(pointer, 'file_not_ready', 'It has not come, or was not found clean yet.');
  const { number, size, contentType = 'application/octet-stream' } = version;
  return { fileId: id, number, name: file.name, contentType, size };
}

/**
 * The newest ready versions of these files, each once: two GetItems each. They are files of one of the records `of`. Throws
 * `reference_unknown`, `validation_failed`, `attachments_too_large`.
 */
export async function attachable(
  scope: Scope,
  ids: readonly string[],
  of: readonly string[],
): Promise<Attachment[]> {
  const all = await Promise.all([...new Set(ids)].map((id, n) => attachmentOf(scope, id, n, of)));
  const bytes = all.reduce((sum, { size }) => sum + size, 0);
  if (bytes <= mostAttachedBytes) return all;
  const detail = `The attachments have ${bytes} bytes; a mail takes ${mostAttachedBytes}.`;
  throw new AppError('unprocessable', 'attachments_too_large', detail, {
    errors: [{ pointer: '/attachments', code: 'attachments_too_large', detail }],
  });
}
