import type { CreateFileResponse } from '../../../../../client/src/index.ts';
import { putFile } from '../../../api/put-file.ts';
import { act } from '../../../api/write.ts';

type Asked = { recordId: string; kind?: string } | { fileId: string };

/** Which version of which file was sent. */
export type Sent = { id: string; version: number };

/** A new file of a record, or a new version of a file that is there. */
export async function upload(file: File, asked: Asked, onProgress: (part: number) => void): Promise<Sent> {
  const about = { size: file.size, ...(file.type && { contentType: file.type }) };
  const begun =
    'fileId' in asked
      ? await act<CreateFileResponse>({
          method: 'POST',
          path: `/v1/files/${asked.fileId}/versions`,
          body: about,
        })
      : await act<CreateFileResponse>({
          method: 'POST',
          path: '/v1/files',
          body: { ...asked, ...about, name: file.name },
        });
  await putFile(begun.upload, file, onProgress);
  return { id: begun.id, version: begun.versions.length };
}
