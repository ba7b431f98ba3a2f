import type { CreateFileResponse } from '../../../../../client/src/index.ts';
import { act } from '../../../api/write.ts';

type Upload = CreateFileResponse['upload'];

/** Sends bytes where the API said, with word of how far it has come; `fetch` tells nothing of that. */
function put({ url, headers }: Upload, file: File, onProgress: (part: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) {
      if (name.toLowerCase() !== 'content-length') request.setRequestHeader(name, value); // a browser sets it itself
    }
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve() : reject(new Error(`The bucket answers ${request.status}`));
    request.onerror = () => reject(new Error('The bucket cannot be reached'));
    request.send(file);
  });
}

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
  await put(begun.upload, file, onProgress);
  return { id: begun.id, version: begun.versions.length };
}
