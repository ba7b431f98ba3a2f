import { versionKey } from '../../../shared/files/file.ts';
import { fileObject } from '../../../shared/files/file-object-store.ts';
import type { Message } from '../../../shared/mail/message.ts';

export type SentFile = { filename: string; contentType: string; content: Uint8Array };

async function fileOf(
  workspaceId: string,
  one: Message['attachments'][number],
): Promise<SentFile | undefined> {
  const { fileId, number, name, contentType } = one;
  const body = await fileObject(versionKey({ workspaceId, id: fileId }, number));
  return body && { filename: name, contentType, content: await body.transformToByteArray() };
}

/** The bytes of what goes with a mail; undefined where one is gone for good since the mail was written. */
export async function filesOf({ workspaceId, attachments }: Message): Promise<SentFile[] | undefined> {
  const files = await Promise.all(attachments.map((one) => fileOf(workspaceId, one)));
  const there = files.filter((file) => file !== undefined);
  return there.length === files.length ? there : undefined;
}
